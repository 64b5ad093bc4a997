import type { EditList } from './edit-list.ts';

const NAMES = 'img|iframe|source|embed|video|audio|br|hr';
/** A tag that another tag, a blank line or the end of the text follows before `>`. */
export const UNCLOSED_TAG = new RegExp(String.raw`<(?:${NAMES})\b(?=[^<>]*(?:<|$(?![^])))`, 'i');
const TAG = new RegExp(
  String.raw`<(?:${NAMES})((?:\s+[\w:-]+\s*=\s*(?:"[^"<>\n]*"|'[^'<>\n]*'|[^\s"'=<>\x60]+|["'][^"'<>\n]*(?=\n|$)))*)(?=[\s<]|$(?![^]))(?!\s*\/?>)`,
  'gi',
);

/** Closes tags of pictures and videos without `>`, whose attributes would be shown as text. */
export function closeTags(list: EditList): void {
  if (!UNCLOSED_TAG.test(list.text)) return;
  for (const { 0: all, 1: attributes = '', index } of list.text.matchAll(TAG)) {
    const end = index + all.length;
    const next = list.text.slice(end, end + 200);
    // More attributes, or a quote with `<` in it: the tag goes on.
    if (attributes === '' || /^\s*(?:\/?>|[\w:-]+(?:\s*=|\s*\/?>))/.test(next) || !list.isFree(index, end)) continue;
    const isOpenQuote = /=\s*(?:"[^"]*|'[^']*)$/.test(attributes);
    const quote = isOpenQuote ? (/=\s*(["'])[^"']*$/.exec(attributes)?.[1] ?? '') : '';
    list.replace(end - 1, end, `${all.at(-1) ?? ''}${quote}>`);
    list.addLoss({
      found: all.slice(0, 40),
      expected: 'a tag that ends with `>`',
      outcome: 'it is closed here',
      offset: index,
    });
  }
}
