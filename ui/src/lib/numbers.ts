/** Numbers with a fraction, as people type them. */

/** Reads `13`, `12,7` or `12.7`; null for anything else. */
export function parseDecimal(typed: string): number | null {
  const text = typed.trim().replace(",", ".");
  return /^\d{1,4}(\.\d{1,4})?$/.test(text) ? Number(text) : null;
}
