import type { Report } from '../../diagnostics/diagnostic.ts';

/** What stands for the text in the file of a new article, so that it can be looked at before it has one. */
export const PLACEHOLDER = 'The text, in Markdown: write it here, or give the `webUrl` and delete this line.';

/** A body, but for the placeholder of a file that is no draft any more: readers are not to see that. */
export function withoutPlaceholder(
  body: string,
  { hasOrigin, report }: { hasOrigin: boolean; report: Report },
): string {
  if (body.length > 2 * PLACEHOLDER.length || body.trim() !== PLACEHOLDER) return body;
  const message = 'Expected the text of the article, found the line that stands for it; it is left out.';
  // Without an origin either, what the article lacks is said.
  if (hasOrigin)
    report({ severity: 'warning', path: ['body'], code: 'placeholder', message, hint: 'Delete the line.' });
  return '';
}
