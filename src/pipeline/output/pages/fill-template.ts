import type { Site } from '../../../model/site.ts';
import { textDirection } from '../../../model/text/text-direction.ts';
import { escapeAttribute } from '../files/escape-attribute.ts';

/** The HTML that a page adds to `index.html`. */
interface PageParts {
  /** At the end of `<head>`. */
  head: string;
  /** In the app's root element. */
  root: string;
  /** Before `</body>`. */
  end?: string;
}

/** The placeholder in `index.html` for the head of a page. */
export const PAGE_HEAD = '<!--page-head-->';

export type FillTemplate = (parts: PageParts) => string;

/** Splits `index.html` at its placeholders and sets its language. Returns a function that inserts the parts of a page. */
export function splitTemplate(html: string, { language }: Site): FillTemplate {
  const attributes = `lang="${escapeAttribute(language)}" dir="${textDirection(language)}"`;
  const [start, afterHead] = splitAt(
    html.replace(/<html lang="[^"]*"/, () => `<html ${attributes}`),
    PAGE_HEAD,
  );
  const [beforeRoot, afterRoot] = splitAt(afterHead, '<!--page-root-->');
  const [beforeEnd, afterBody] = splitAt(afterRoot, '</body>');
  // Concatenated: `join` would copy the parts once more.
  return ({ head, root, end = '' }) => `${start}${head}${beforeRoot}${root}${beforeEnd}${end}</body>${afterBody}`;
}

function splitAt(html: string, placeholder: string): [string, string] {
  const index = html.indexOf(placeholder);
  if (index < 0) throw new Error(`index.html lacks ${placeholder}`);
  return [html.slice(0, index), html.slice(index + placeholder.length)];
}
