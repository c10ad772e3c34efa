/** Every colour of the app, per colour scheme. The contrast test reads the same table as the theme. */
export interface SchemeTokens {
  ground: string;
  surface: string;
  border: string;
  text: string;
  quiet: string;
  accent: string;
  /** A filled button under the pointer. */
  accentHover: string;
  onAccent: string;
  wash: string;
  onWash: string;
  hover: string;
  negative: string;
  negativeHover: string;
  neutral: string;
  positive: string;
  warning: string;
  mark: string;
  onMark: string;
  /** Colours of tags: dots beside a name, told apart on every ground of their scheme. */
  tag0: string;
  tag1: string;
  tag2: string;
  tag3: string;
  tag4: string;
  tag5: string;
  tag6: string;
  tag7: string;
}

export const light: SchemeTokens = {
  ground: '#F7F7F5',
  surface: '#FFFFFF',
  border: '#E6E4DF',
  text: '#1F2328',
  quiet: '#5F6B76',
  accent: '#0F766E',
  accentHover: '#0B5D57',
  onAccent: '#FFFFFF',
  wash: '#D9F2EE',
  onWash: '#0B4F4A',
  hover: '#F4F3F0',
  negative: '#B42318',
  negativeHover: '#8F1C13',
  neutral: '#6F7985',
  positive: '#15803D',
  warning: '#92590A',
  mark: '#FFF0B8',
  onMark: '#1F2328',
  tag0: '#B26A00',
  tag1: '#1B7FB5',
  tag2: '#C24A00',
  tag3: '#0059A0',
  tag4: '#A8457F',
  tag5: '#00785A',
  tag6: '#857400',
  tag7: '#5F6B76',
};

export const dark: SchemeTokens = {
  ground: '#111315',
  surface: '#181B1E',
  border: '#2A2E33',
  text: '#E6E8EA',
  quiet: '#9AA4AE',
  accent: '#2DD4BF',
  accentHover: '#5EEAD4',
  onAccent: '#062B27',
  wash: '#12322F',
  onWash: '#A6F0E4',
  hover: '#202428',
  negative: '#F97066',
  negativeHover: '#FCA19A',
  neutral: '#9AA4AE',
  positive: '#4ADE80',
  warning: '#F5B94A',
  mark: '#4A3D0C',
  onMark: '#FFF4CC',
  tag0: '#E69F00',
  tag1: '#56B4E9',
  tag2: '#F0803C',
  tag3: '#6FA8FF',
  tag4: '#DE8FB8',
  tag5: '#2CC295',
  tag6: '#D9C93A',
  tag7: '#9AA4AE',
};

/**
 * Okabe–Ito, which people with any colour vision tell apart; black becomes a grey that both schemes show.
 * Own brands take the accent instead.
 */
export const okabeIto: readonly string[] = [
  '#E69F00',
  '#56B4E9',
  '#D55E00',
  '#0072B2',
  '#CC79A7',
  '#009E73',
  '#C9B400',
  '#808A94',
];

/** A competitor's colour, the same everywhere; `index` is `Brand.color`, any non-negative integer. */
export function chartColor(index: number): string {
  return okabeIto[index % okabeIto.length] ?? '#808A94';
}

export const tagTokens = ['tag0', 'tag1', 'tag2', 'tag3', 'tag4', 'tag5', 'tag6', 'tag7'] as const;

/** A tag's colour as a CSS value that follows the colour scheme; `index` is `Tag.color`, any non-negative integer. */
export function tagColor(index: number): string {
  return `var(--mui-palette-tokens-${tagTokens[index % tagTokens.length] ?? 'tag7'})`;
}

/** WCAG 2 contrast of two `#RRGGBB` colours, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [high, low] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(color: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** The colour that stands for a brand in every chart and list: the accent for own brands. */
export function brandColor(
  brand: { role: 'own' | 'competitor'; color: number },
  tokens: SchemeTokens,
): string {
  return brand.role === 'own' ? tokens.accent : chartColor(brand.color);
}
