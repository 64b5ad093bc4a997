import type { Report } from '../diagnostics/diagnostic.ts';

/** The background colours of the two themes, see `styles.css`. */
const BACKGROUNDS = { light: '#fcfcfa', dark: '#121517' };
/** The minimum contrast of text. https://www.w3.org/TR/WCAG22/#contrast-minimum */
const MIN_CONTRAST = 4.5;

/** Reports a warning for each theme in which text in the accent colour, `#rrggbb`, has too little contrast. */
export function warnOfLowContrast(accent: string, report: Report): void {
  for (const [theme, background] of Object.entries(BACKGROUNDS)) {
    const ratio = contrast(accent, background);
    if (ratio >= MIN_CONTRAST) continue;
    const message = `Expected a contrast of at least ${MIN_CONTRAST} in the ${theme} theme, found ${ratio.toFixed(1)}: text in this accent is hard to read.`;
    report({ severity: 'warning', path: ['accent'], code: 'low-contrast', message });
  }
}

/** The contrast ratio of two colours, `#rrggbb`, from 1 to 21. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
