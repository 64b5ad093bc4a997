import type { Page } from 'playwright-core';

/** The active filters in the topic bar may be cut: the list below the bar has each of them. */
const CONTROLS =
  'button, button:not(:has(.sr-only)) span, label, summary, legend, h1, h2, h3, a.tool, .button, .state-help, .note';

/** Text of controls that is cut, and pages that scroll sideways. */
export const findCutText = (page: Page): Promise<string[]> => page.evaluate(cutText, CONTROLS);

/** Words of controls that are broken between two lines. Only some browsers can hyphenate a language, so none does here. */
export const findBrokenWords = (page: Page): Promise<string[]> => page.evaluate(brokenWords, CONTROLS);

/** Runs in the browser. */
function cutText(selector: string): string[] {
  const faults: string[] = [];
  if (document.documentElement.scrollWidth > window.innerWidth) faults.push('the page scrolls sideways');
  for (const control of document.querySelectorAll<HTMLElement>(selector)) {
    if (!control.checkVisibility()) continue;
    const { overflowX } = getComputedStyle(control);
    if (overflowX === 'hidden' && control.scrollWidth > control.clientWidth + 1 && control.clientWidth > 1)
      faults.push(`cut: ${control.innerText.trim()}`);
  }
  return [...new Set(faults)];
}

/** Runs in the browser. */
function brokenWords(selector: string): string[] {
  const faults: string[] = [];
  const unhyphenated = new CSSStyleSheet();
  unhyphenated.replaceSync('* { hyphens: manual !important }');
  document.adoptedStyleSheets.push(unhyphenated);
  for (const control of document.querySelectorAll<HTMLElement>(selector)) {
    if (!control.checkVisibility()) continue;
    const walker = document.createTreeWalker(control, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[\p{L}\p{M}\p{N}’]{2,}/gu)) {
        // Texts without spaces break anywhere.
        if (/[\u3000-\u9fff\uff00-\uffef]/.test(word)) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) faults.push(`broken: ${word}`);
      }
    }
  }
  document.adoptedStyleSheets.pop();
  return [...new Set(faults)];
}
