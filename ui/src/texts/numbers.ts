/** Numbers as each language writes them. */

const vietnamese = new Intl.NumberFormat("vi-VN");
const english = new Intl.NumberFormat("en-GB");

/** 2.340.000 */
export const count = (value: number): string => vietnamese.format(value);

/** 2,340,000 */
export const countEn = (value: number): string => english.format(value);

const fraction = { useGrouping: false, maximumFractionDigits: 3 };
const vietnameseDecimal = new Intl.NumberFormat("vi-VN", fraction);
const englishDecimal = new Intl.NumberFormat("en-GB", fraction);

/** 12,7 */
export const decimal = (value: number): string => vietnameseDecimal.format(value);

/** 12.7 */
export const decimalEn = (value: number): string => englishDecimal.format(value);

/** `1 page`, `2 pages`. */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${countEn(value)} ${value === 1 ? one : many}`;
