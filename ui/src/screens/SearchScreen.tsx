export function SearchScreen(_props: Record<string, unknown>) {
  return null;
}
