/** Small pages to go by. They are pictures of the same SVG, renewed when typing pauses. */
import { useEffect, useState } from "react";
import type { PageSize } from "../host";
import { useTexts } from "../texts";

const RENEW_AFTER_MS = 600;

interface ThumbnailsProps {
  svg: readonly (string | undefined)[];
  sheets: readonly PageSize[];
  current: number;
  show: (page: number) => void;
}

export function Thumbnails({ svg, sheets, current, show }: ThumbnailsProps) {
  const t = useTexts();
  return (
    <nav className="thumbs" aria-label={t.editor.pages}>
      {sheets.map((sheet, page) => (
        <button
          key={page}
          type="button"
          className="thumb"
          aria-current={page === current ? "page" : undefined}
          aria-label={t.editor.page(page + 1)}
          style={{ aspectRatio: `${sheet.width} / ${sheet.height}` }}
          onClick={() => show(page)}
        >
          <Picture svg={svg[page]} />
          <span>{page + 1}</span>
        </button>
      ))}
    </nav>
  );
}

function Picture({ svg }: { svg: string | undefined }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    if (svg === undefined) return undefined;
    let made: string | undefined;
    const timer = setTimeout(() => {
      made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
      setAddress(made);
    }, RENEW_AFTER_MS);
    return () => {
      clearTimeout(timer);
      if (made) URL.revokeObjectURL(made);
    };
  }, [svg]);
  return address ? <img src={address} alt="" draggable={false} /> : null;
}
