import type { ReactNode } from 'react';
import { renderToString } from 'react-dom/server';

export interface RenderedHtml {
  /** The elements that React moves to the head of the document: title, preloads. */
  head: string;
  body: string;
}

/** React puts `<title>`, `<meta>` and `<link>` before the first element. They belong into the head of the document. */
const HOISTED = /^(?:<(?:link|meta)\b[^>]*>|<title\b[^>]*>[^<]*<\/title>)+/;

/** React writes it in place of the content of a `Suspense` that has thrown or has waited for code, and says nothing. */
const FAILED_CONTENT = '<!--$!-->';

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
