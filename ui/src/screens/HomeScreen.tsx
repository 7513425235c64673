export function HomeScreen(_props: Record<string, unknown>) {
  return null;
}
