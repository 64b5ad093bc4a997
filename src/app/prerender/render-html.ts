import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';

export interface RenderedHtml {
  /** The elements that React moves to the head of the document: title, preloads. */
  head: string;
  body: string;
}

/** React puts `<title>`, `<meta>` and `<link>` before the first element. They belong into the head of the document. */
const HOISTED = /^(?:<(?:link|meta)\b[^>]*>|<title\b[^>]*>[^<]*<\/title>)+/;

/**
 * The end of the comment that React writes in place of the content of a `Suspense` that has thrown or has waited for code. It
 * says nothing else. Content cannot contain it, because `>` is escaped. Its first character is rare, so it is searched quickly.
 */
const FAILED_CONTENT = '$!-->';

/** Throws if a part of the page could not be rendered: readers would get a skeleton. */
export function renderHtml(node: ReactNode): RenderedHtml {
  const html = renderToString(node);
  if (html.includes(FAILED_CONTENT))
    throw new Error(
      'a component failed or was not loaded. Open the page with `npm run dev`: the browser shows the error',
    );
  const [head = ''] = HOISTED.exec(html) ?? [];
  return { head, body: html.slice(head.length) };
}

/** Text that stands for a part that is rendered separately. No content can contain it, because it is random. */
export const createPlaceholder = (): string => crypto.randomUUID();
