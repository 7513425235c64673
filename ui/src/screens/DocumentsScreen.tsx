export function DocumentsScreen(_props: Record<string, unknown>) {
  return null;
}
