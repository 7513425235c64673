/**
 * Dates as officers type and read them: dd/mm/yyyy. The wire has ISO 8601.
 *
 * Times come with the archive's own local time and are shown as they are: no time zone is applied.
 */
import type { BirthDate } from "../host";

const two = (n: number): string => String(n).padStart(2, "0");

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    year >= 1900 &&
    year <= 2100 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}

/** `5/12/2025`, `05-12-2025`, `05.12.2025`, `05122025` to `2025-12-05`; `null` when it is no date. */
export function parseDate(typed: string): string | null {
  const text = typed.trim();
  const match =
    /^(\d{1,2})\s*[/.\-\s]\s*(\d{1,2})\s*[/.\-\s]\s*(\d{4})$/.exec(text) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  if (!match) return null;
  const [day, month, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : null;
}

/** `2025-12-05` to `05/12/2025`; what is no ISO date comes back as it is. */
export function showDate(iso: string | null | undefined): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? "");
  return match ? `${match[3] ?? ""}/${match[2] ?? ""}/${match[1] ?? ""}` : (iso ?? "");
}

/** `2025-12-05T09:41:07+07:00` to `09:41`. */
export function showTime(stamp: string): string {
  return /T(\d{2}:\d{2})/.exec(stamp)?.[1] ?? "";
}

/** A birth date as exact as it is known: `1985`, `03/1985`, `15/03/1985`. */
export function showBirth(birth: BirthDate | null): string {
  if (!birth) return "";
  if (birth.month === null) return String(birth.year);
  if (birth.day === null) return `${two(birth.month)}/${birth.year}`;
  return `${two(birth.day)}/${two(birth.month)}/${birth.year}`;
}

/** The reverse of `showBirth`; `undefined` when it is no birth date, `null` when nothing was typed. */
export function parseBirth(typed: string): BirthDate | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  const known = (year: number): boolean => year >= 1900 && year <= 2100;
  const year = /^(\d{4})$/.exec(text);
  if (year) return known(Number(year[1])) ? { year: Number(year[1]), month: null, day: null } : undefined;
  const month = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/.exec(text);
  if (month) {
    const [m, y] = [Number(month[1]), Number(month[2])];
    return m >= 1 && m <= 12 && known(y) ? { year: y, month: m, day: null } : undefined;
  }
  const iso = parseDate(text);
  if (!iso) return undefined;
  const [y, m, d] = iso.split("-").map(Number) as [number, number, number];
  return { year: y, month: m, day: d };
}

/** Today as ISO 8601, by the PC's clock. */
export function today(): string {
  const now = new Date();
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
