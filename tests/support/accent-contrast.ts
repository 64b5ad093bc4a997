import type { Page } from 'playwright-core';
import { accentPalette } from '../../src/pipeline/settings/look/accent-palette.ts';
import { findViolations } from './find-violations.ts';

/** For controls and the focus. https://www.w3.org/TR/WCAG22/#non-text-contrast */
const MIN_CONTROL_CONTRAST = 3;

/** Random colours of sRGB, the same ones each time. */
export function randomColors(count: number): string[] {
  let state = 20_260_101;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `#${(state >>> 8).toString(16).padStart(6, '0')}`;
  });
}

/**
 * Gives a page the accent that a build makes of a colour, and returns the texts, controls and focus outlines on it that
 * have too little contrast. Measures what is rendered.
 */
export async function findLowContrast(page: Page, color: string, theme: 'light' | 'dark'): Promise<string[]> {
  const { accent, onAccent, soft } = accentPalette(color)[theme];
  await page.evaluate(
    (tokens) => {
      for (const [name, value] of Object.entries(tokens)) document.documentElement.style.setProperty(name, value);
    },
    { '--color-accent': accent, '--color-on-accent': onAccent, '--color-soft': soft },
  );
  const texts = await findViolations(page, ['color-contrast']);
  // The audits run with tsx, which calls it for functions in functions.
  await page.evaluate('globalThis.__name ??= (value) => value');
  const controls = await page.evaluate(findLowControls, MIN_CONTROL_CONTRAST);
  return [...texts, ...controls].map((fault) => `${color}, ${theme}: ${fault}`);
}

/** The parts in the accent that do not stand out from what is around them. Runs in the page. */
function findLowControls(minimum: number): string[] {
  const channelsOf = (color: string): number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
  const isOpaque = (color: string): boolean => (channelsOf(color)[3] ?? 1) === 1;
  const luminance = (color: string): number => {
    const [red = 0, green = 0, blue = 0] = channelsOf(color).map((channel) => {
      const part = channel / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const backgroundOf = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (isOpaque(backgroundColor)) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const probe = document.createElement('i');
  probe.style.color = 'var(--color-accent)';
  document.body.append(probe);
  const accent = getComputedStyle(probe).color;
  probe.remove();
  const faults = new Set<string>();
  const compare = (element: Element, what: string, color: string, around: string): void => {
    if (color === accent && around !== accent && contrast(color, around) < minimum)
      faults.add(`${what} of ${element.tagName.toLowerCase()}.${element.className}`);
  };
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const around = backgroundOf(element.parentElement);
    compare(element, 'background', style.backgroundColor, around);
    if (style.borderBlockEndStyle !== 'none' && style.borderBlockEndWidth !== '0px')
      compare(element, 'border', style.borderBlockEndColor, around);
  }
  for (const element of document.querySelectorAll<HTMLElement>('a[href], button, input, summary')) {
    if (!element.checkVisibility()) continue;
    element.focus({ preventScroll: true });
    const { outlineStyle, outlineColor } = getComputedStyle(element);
    if (outlineStyle !== 'none') compare(element, 'focus', outlineColor, backgroundOf(element.parentElement));
  }
  return [...faults];
}
