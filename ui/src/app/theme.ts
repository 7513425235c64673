/** Colours and sizes: Fluent's themes with the red of the seal, at the density of an office program. */
import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from "@fluentui/react-components";

/** Shades around #9a1b22, the red of the seal. */
const seal: BrandVariants = {
  10: "#1b0507",
  20: "#2d080a",
  30: "#410c0f",
  40: "#550f13",
  50: "#661217",
  60: "#77151b",
  70: "#89181e",
  80: "#9a1b22",
  90: "#a7282e",
  100: "#ba3a3f",
  110: "#d05153",
  120: "#e28283",
  130: "#e99d9e",
  140: "#efb7b7",
  150: "#f6d2d2",
  160: "#fbeae9",
};

/** Sizes in rem, so that a larger text size enlarges everything that holds text. */
const density: Partial<Theme> = {
  fontFamilyBase: '"Segoe UI", "Open Sans Variable", "Open Sans", sans-serif',
  fontSizeBase100: "0.6875rem",
  fontSizeBase200: "0.75rem",
  fontSizeBase300: "0.8125rem",
  fontSizeBase400: "0.9375rem",
  fontSizeBase500: "1.125rem",
  fontSizeBase600: "1.375rem",
  lineHeightBase100: "0.9375rem",
  lineHeightBase200: "1.0625rem",
  lineHeightBase300: "1.1875rem",
  lineHeightBase400: "1.375rem",
  lineHeightBase500: "1.5625rem",
  lineHeightBase600: "1.8125rem",
};

export const lightTheme: Theme = { ...createLightTheme(seal), ...density };

const dark = createDarkTheme(seal);
export const darkTheme: Theme = {
  ...dark,
  ...density,
  colorBrandForeground1: seal[120],
  colorBrandForeground2: seal[130],
  colorBrandForegroundLink: seal[120],
  colorBrandForegroundLinkHover: seal[130],
  colorBrandForegroundLinkPressed: seal[110],
  colorCompoundBrandForeground1: seal[120],
  colorCompoundBrandStroke: seal[120],
  colorCompoundBrandBackground: seal[110],
  colorNeutralForeground2BrandHover: seal[120],
  colorNeutralForeground2BrandPressed: seal[110],
  colorNeutralForeground2BrandSelected: seal[120],
};
