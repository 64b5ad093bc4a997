import { decodeHTML } from 'entities';

/** Elements whose content is removed. */
const REMOVED = /^(?:script|style|template|noscript|iframe|svg|math|head|title|textarea)$/;
/** Elements that separate words. */
const BLOCK =
  /^(?:address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)$/;
/** Elements without content and without an end tag. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;
/** The other elements. https://html.spec.whatwg.org/multipage/indices.html#elements-3 */
const INLINE =
  /^(?:a|abbr|acronym|amp-[a-z-]+|audio|b|bdi|bdo|big|body|button|canvas|caption|center|cite|code|colgroup|data|datalist|del|details|dfn|dialog|em|fieldset|font|hgroup|html|i|ins|kbd|label|legend|map|mark|menu|meter|nobr|object|optgroup|option|output|picture|progress|q|rp|rt|ruby|s|samp|search|select|slot|small|span|strike|strong|sub|summary|sup|time|tt|u|var|video)$/;

/**
 * C0 and C1 control characters except white space, the BOM, and bidi overrides and isolates, which reorder the text
 * around them. The marks LRM and RLM are kept: they only affect adjacent characters.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const SPACE = /[\s\u0085]+/g;
/** ASCII words without markup, separated by single spaces. */
const PLAIN = /^[!-%'-;=-~]+(?: [!-%'-;=-~]+)*$/;

/**
 * Converts text that may be HTML to plain text: removes tags, decodes entities once, removes control characters and bidi
 * overrides, collapses and trims white space. Keeps joiners, which emoji and Persian need.
 */
export function plainText(markup: string): string {
  const trimmed = markup.trim();
  if (PLAIN.test(trimmed)) return trimmed;
  const cut = markup.includes('<') ? cutTags(markup) : markup;
  const decoded = cut.includes('&') ? decodeHTML(cut) : cut;
  return decoded.replace(CONTROLS, '').toWellFormed().replace(SPACE, ' ').trim();
}

/**
 * Removes comments and the tags of known elements in one pass: of elements without content, and of those that are closed.
 * Any other `<` is text, as in `Vec<T>`, and so is the tag in a sentence such as "The <script> tag turns thirty".
 */
function cutTags(markup: string): string {
  let lastCloses: ReadonlyMap<string, number> | undefined;
  const open = new Map<string, number>();
  const isCut = (name: string, at: number): boolean => {
    if (VOID.test(name)) return true;
    if (!BLOCK.test(name) && !INLINE.test(name) && !REMOVED.test(name)) return false;
    const count = open.get(name) ?? 0;
    if (markup[at + 1] === '/') {
      open.set(name, Math.max(0, count - 1));
      return count > 0;
    }
    lastCloses ??= findLastCloses(markup);
    if ((lastCloses.get(name) ?? -1) < at) return false;
    if (!REMOVED.test(name)) open.set(name, count + 1);
    return true;
  };
  const lastComment = markup.lastIndexOf('-->');
  let [text, from, scanned] = ['', 0, 0];
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', Math.max(from, at + 1))) {
    const stop = findStop(markup, at, lastComment);
    if (markup[stop] !== '>') {
      scanned += stop - at;
      if (scanned > MAX_SCANNED) break;
      continue;
    }
    const name = /^<\/?([a-z][a-z0-9-]*)/i.exec(markup.slice(at, at + MAX_NAME))?.[1]?.toLowerCase();
    if (name !== undefined && !isCut(name, at)) continue;
    text += markup.slice(from, at) + (name !== undefined && BLOCK.test(name) ? ' ' : '');
    from = name !== undefined && REMOVED.test(name) ? endOfElement(markup, stop + 1, name) : stop + 1;
  }
  return text + markup.slice(from);
}

/** The offset of the last end tag of each element. */
function findLastCloses(markup: string): Map<string, number> {
  const last = new Map<string, number>();
  for (const { index, 1: name = '' } of markup.matchAll(/<\/([a-z][a-z0-9-]*)(?=[\s/>])/gi))
    last.set(name.toLowerCase(), index);
  return last;
}

/** A tag name. `<3`, `a < b`, `<me@example.org>` and `<https://…>` are text. */
const TAG_START = /^<\/?[a-z][a-z0-9-]*(?=[\s/>]|$)/i;
const MAX_NAME = 64;
/** The maximum number of characters that are scanned in vain for the end of tags. After it tags are text. */
const MAX_SCANNED = 2_000_000;

/**
 * The offset of the `>` that ends the tag or comment at `open`. If none begins there or it does not end, the offset at
 * which the scan stopped. No comment ends after `lastComment`.
 */
function findStop(markup: string, open: number, lastComment: number): number {
  if (markup.startsWith('<!--', open)) return lastComment < open + 4 ? open : markup.indexOf('-->', open + 4) + 2;
  if (!TAG_START.test(markup.slice(open, open + MAX_NAME))) return open;
  let quote = '';
  for (let index = open + 1; index < markup.length; index += 1) {
    const char = markup[index] ?? '';
    if (quote !== '') {
      if (char === quote) quote = '';
    } else if ((char === '"' || char === "'") && markup[index - 1] === '=') {
      quote = char;
    } else if (char === '>' || char === '<') {
      return index;
    }
  }
  return markup.length;
}

function endOfElement(markup: string, from: number, name: string): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  const start = close.exec(markup)?.index;
  return start === undefined ? markup.length : markup.indexOf('>', start) + 1 || markup.length;
}

/** Shortens a text to at most `length` characters with an ellipsis, if possible at the end of a word. */
export function cutAtWord(text: string, length: number): string {
  if (text.length <= length) return text;
  if (SIMPLE.test(text.slice(0, length))) return cutSimple(text, length);
  const characters = Array.from(text.slice(0, length * 2 + 2));
  if (characters.length <= length) return text;
  const space = characters.lastIndexOf(' ', length - 1);
  // Some languages have no spaces. Combining marks and joiners stay with the letter before them.
  let end = space > length / 2 ? space : length - 1;
  while (end > 0 && (/^\p{M}|^\u200d/u.test(characters[end] ?? '') || characters[end - 1] === '\u200d')) end -= 1;
  return withEllipsis(characters.slice(0, end).join(''));
}

/** Latin letters and punctuation: no surrogates, combining marks or joiners. */
const SIMPLE = /^[\0-\u02ff\u2010-\u2027\u2030-\u205e]*$/;

/** The same for a text whose first `length` characters are simple. Without a list of characters it takes a tenth of the time. */
function cutSimple(text: string, length: number): string {
  const space = text.lastIndexOf(' ', length - 1);
  return withEllipsis(text.slice(0, space > length / 2 ? space : length - 1));
}

const withEllipsis = (text: string): string => `${text.replace(/[\s\p{P}]+$/u, '')}…`;
