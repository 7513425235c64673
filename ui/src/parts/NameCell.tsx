/** A name that leads to its thing, and under it what tells it from others of that name. */
interface NameCellProps {
  name: string;
  to: string;
  below: string | null;
}

export function NameCell({ name, to, below }: NameCellProps) {
  return (
    <span className="two-lines">
      <a className="strong" href={to}>
        {name}
      </a>
      <span className="muted">{below}</span>
    </span>
  );
}
