import type { Page } from 'playwright-core';
import { accentPalette } from '../../src/pipeline/settings/look/accent-palette.ts';
import { contrast } from './contrast.ts';
import { findViolations } from './find-violations.ts';

/** For controls and the focus. https://www.w3.org/TR/WCAG22/#non-text-contrast */
const MIN_CONTROL_CONTRAST = 3;

/** The sides of a part that must stand out. The fourth may be beside a chosen option, whose colour is that of text. */
const MIN_SIDES = 3;

/** Random colours of sRGB, the same ones each time. */
export function randomColors(count: number): string[] {
  let state = 20_260_101;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return `#${(state >>> 8).toString(16).padStart(6, '0')}`;
  });
}

/** What has too little contrast on a page. */
interface LowContrast {
  texts: string[];
  /** Backgrounds, borders and focus rings, and controls without a ring. */
  controls: string[];
}

/**
 * Gives a page the accent that a build makes of a colour, and returns the texts, controls and focus rings in it that have
 * too little contrast. Measures what is rendered.
 */
export async function findLowContrast(page: Page, color: string, theme: 'light' | 'dark'): Promise<LowContrast> {
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
  const parts = await page.evaluate(findAccentParts);
  return { texts, controls: parts.filter((part) => !standsOut(part)).map(({ name }) => name) };
}

/** A part of a page in the accent. */
interface AccentPart {
  name: string;
  color: string;
  /** The backgrounds beside it, side by side. A ring has two on each: within it and outside. */
  sides: string[][];
}

function standsOut({ color, sides }: AccentPart): boolean {
  const clear = sides.filter((around) => around.some((other) => contrast(color, other) >= MIN_CONTROL_CONTRAST));
  return clear.length >= Math.min(MIN_SIDES, Math.max(sides.length, 1));
}

/** The backgrounds, borders and focus rings in the accent, and the controls without a ring, which have no sides. Runs in the page. */
function findAccentParts(): AccentPart[] {
  const backgroundOf = (element: Element | null): string => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!backgroundColor.startsWith('rgba')) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const probe = document.createElement('i');
  probe.style.color = 'var(--color-accent)';
  document.body.append(probe);
  const accent = getComputedStyle(probe).color;
  probe.remove();
  const parts = new Map<string, AccentPart>();
  const add = (element: Element, what: string, sides: string[][]): void => {
    const name = `${what} of ${element.tagName.toLowerCase()}.${element.className}`;
    parts.set(JSON.stringify([name, sides]), { name, color: accent, sides });
  };
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    if (!element.checkVisibility()) continue;
    const { backgroundColor, borderBlockEndStyle, borderBlockEndWidth, borderBlockEndColor } =
      getComputedStyle(element);
    const around = backgroundOf(element.parentElement);
    if (around === accent) continue;
    if (backgroundColor === accent) add(element, 'background', [[around]]);
    if (borderBlockEndStyle !== 'none' && borderBlockEndWidth !== '0px' && borderBlockEndColor === accent)
      add(element, 'border', [[around]]);
  }
  /** The element on which the ring of a focused control is: a field or an option has it on its box. */
  const ringHolder = (control: HTMLElement): HTMLElement | undefined => {
    const box = control.closest<HTMLElement>('label, .field');
    // A radio button is hidden.
    const holders = control.offsetWidth > 1 ? [control, box] : [box];
    return holders.find((holder) => holder && getComputedStyle(holder).outlineStyle !== 'none') ?? undefined;
  };
  /** What is beside the ring in the middle of each side, as it is rendered. */
  const sidesOf = (holder: HTMLElement): string[][] => {
    const { outlineOffset, outlineWidth } = getComputedStyle(holder);
    const [offset, width] = [Number.parseFloat(outlineOffset), Number.parseFloat(outlineWidth)];
    const [box] = holder.getClientRects();
    if (!box) return [];
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const sides = [offset - 1, offset + width + 1].map((distance) =>
      [
        document.elementFromPoint(x, box.top - distance),
        document.elementFromPoint(x, box.bottom + distance),
        document.elementFromPoint(box.left - distance, y),
        document.elementFromPoint(box.right + distance, y),
      ].map((element) => (element ? [backgroundOf(element)] : [])),
    );
    const [within = [], outside = []] = sides;
    return within.map((colors, side) => [...colors, ...(outside[side] ?? [])]).filter(({ length }) => length > 0);
  };
  for (const control of document.querySelectorAll<HTMLElement>('a[href], button, input, summary')) {
    if (!control.checkVisibility() || control.tabIndex < 0) continue;
    control.focus({ preventScroll: true });
    if (document.activeElement !== control) continue;
    control.scrollIntoView({ block: 'center', inline: 'center' });
    const holder = ringHolder(control);
    if (!holder) add(control, 'no focus', []);
    else if (getComputedStyle(holder).outlineColor === accent) add(holder, 'focus', sidesOf(holder));
  }
  return [...parts.values()];
}
