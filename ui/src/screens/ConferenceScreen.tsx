export function ConferenceScreen(_props: Record<string, unknown>) {
  return null;
}
