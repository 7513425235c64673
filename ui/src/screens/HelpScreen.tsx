export function HelpScreen(_props: Record<string, unknown>) {
  return null;
}
