import type { Report } from '../../diagnostics/diagnostic.ts';

/** The body in the file of a new article. Existing drafts contain it, so this text must not change. */
export const PLACEHOLDER = 'The text, in Markdown: write it here, or give the `webUrl` and delete this line.';

/** The body without the placeholder, which must not be published. */
export function withoutPlaceholder(
  body: string,
  { hasOrigin, report }: { hasOrigin: boolean; report: Report },
): string {
  if (body.length > 2 * PLACEHOLDER.length || body.trim() !== PLACEHOLDER) return body;
  const message = 'Expected the text of the article, found the placeholder; it is left out.';
  // Without an origin URL, the missing body is an error of its own.
  if (hasOrigin)
    report({ severity: 'warning', path: ['body'], code: 'placeholder', message, hint: 'Delete the line.' });
  return '';
}
