import { decodeHTML } from 'entities';

/** Elements whose content is not text. */
const SILENT = /^(script|style|template|noscript|iframe|svg|math|head|title|textarea)$/;
/** Elements that stand apart from the text around them. */
const BLOCK =
  /^(address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/;

const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/g;
/** Overrides and isolates turn the text around them; the marks LRM and RLM only order what stands beside them. */
const BIDI = /[\u202a-\u202e\u2066-\u2069]/g;
const SPACE = /[\s\u0085]+/g;

/**
 * Plain text from what may be HTML: tags cut, entities then decoded once, controls and bidi overrides removed, white
 * space collapsed, ends trimmed. Joiners stay: emoji and Persian need them.
 */
export function plainText(markup: string): string {
  const cut = markup.includes('<') ? cutTags(markup) : markup;
  const decoded = cut.includes('&') ? decodeHTML(cut) : cut;
  return decoded.toWellFormed().replace(CONTROLS, '').replace(BIDI, '').replace(SPACE, ' ').trim();
}

/** Cuts tags and comments in one pass. A `<` that opens none is text. */
function cutTags(markup: string): string {
  let text = '';
  let from = 0;
  for (let open = markup.indexOf('<'); open >= 0; open = markup.indexOf('<', Math.max(from, open + 1))) {
    const end = endOfTag(markup, open);
    if (end === undefined) continue;
    const name = /^<\/?([a-z][a-z0-9]*)/i.exec(markup.slice(open, open + 16))?.[1]?.toLowerCase() ?? '';
    text += markup.slice(from, open) + (BLOCK.test(name) ? ' ' : '');
    from = SILENT.test(name) && markup[open + 1] !== '/' ? endOfElement(markup, end, name) : end;
  }
  return text + markup.slice(from);
}

/** Where the tag or comment at `open` ends; `undefined` when none begins there. */
function endOfTag(markup: string, open: number): number | undefined {
  if (markup.startsWith('<!--', open)) {
    const end = markup.indexOf('-->', open + 4);
    return end < 0 ? markup.length : end + 3;
  }
  if (!/[a-z/!?]/i.test(markup[open + 1] ?? '')) return undefined;
  let quote = '';
  for (let index = open + 1; index < markup.length; index += 1) {
    const char = markup[index] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '>') {
      return index + 1;
    } else if ((char === '"' || char === "'") && markup[index - 1] === '=') {
      quote = char;
    } else if (char === '<') {
      return undefined;
    }
  }
  return undefined;
}

function endOfElement(markup: string, from: number, name: string): number {
  const close = new RegExp(`</${name}[^>]*>`, 'gi');
  close.lastIndex = from;
  return close.exec(markup) ? close.lastIndex : from;
}

/** Cuts a text to at most `length` characters at the end of a word, and says so with an ellipsis. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  const room = text.slice(0, length - 1);
  const space = room.lastIndexOf(' ');
  return `${(space > length / 2 ? room.slice(0, space) : room).toWellFormed().replace(/[\s\p{P}\uFFFD]+$/u, '')}…`;
}
