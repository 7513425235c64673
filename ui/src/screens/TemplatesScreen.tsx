export function TemplatesScreen(_props: Record<string, unknown>) {
  return null;
}
