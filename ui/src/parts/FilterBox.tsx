/** What narrows a list as it is typed. What it finds is the list's affair. */
import { Input } from "@fluentui/react-components";
import { FilterRegular } from "@fluentui/react-icons";

interface FilterBoxProps {
  label: string;
  typed: string;
  type: (text: string) => void;
  testId?: string;
}

export function FilterBox({ label, typed, type, testId }: FilterBoxProps) {
  return (
    <Input
      size="small"
      className="filter"
      contentBefore={<FilterRegular />}
      placeholder={label}
      aria-label={label}
      value={typed}
      data-testid={testId}
      onChange={(_, data) => type(data.value)}
    />
  );
}
