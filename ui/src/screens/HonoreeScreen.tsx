export function HonoreeScreen(_props: Record<string, unknown>) {
  return null;
}
