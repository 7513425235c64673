export function ConferencesScreen(_props: Record<string, unknown>) {
  return null;
}
