import type { Site } from '../../../model/site.ts';
import { textDirection } from '../../../model/text-direction.ts';
import { escapeAttribute } from '../files/escape-attribute.ts';

interface PageParts {
  /** What goes into `<head>`. */
  head: string;
  /** What goes into the app's root element. */
  root: string;
  /** What goes before `</body>`. */
  end?: string;
}

/** Where `index.html` takes what a page adds to the head. */
export const PAGE_HEAD = '<!--page-head-->';

/** `index.html` in pieces: a page is made by putting its parts between them. */
export type FillTemplate = (parts: PageParts) => string;

/** Cuts `index.html` at its marks, and sets its language. */
export function splitTemplate(html: string, { language }: Site): FillTemplate {
  const attributes = `lang="${escapeAttribute(language)}" dir="${textDirection(language)}"`;
  const [start, afterHead] = cut(
    html.replace(/<html lang="[^"]*"/, () => `<html ${attributes}`),
    PAGE_HEAD,
  );
  const [beforeRoot, afterRoot] = cut(afterHead, '<!--page-root-->');
  const [beforeEnd, end] = cut(afterRoot, '</body>');
  return (parts) => [start, parts.head, beforeRoot, parts.root, beforeEnd, parts.end ?? '', '</body>', end].join('');
}

function cut(html: string, mark: string): [string, string] {
  const place = html.indexOf(mark);
  if (place < 0) throw new Error(`index.html lacks ${mark}`);
  return [html.slice(0, place), html.slice(place + mark.length)];
}
