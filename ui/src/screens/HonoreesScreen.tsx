export function HonoreesScreen(_props: Record<string, unknown>) {
  return null;
}
