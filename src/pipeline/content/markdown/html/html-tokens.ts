import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** A part of HTML. `start` is its offset. */
export type HtmlToken = { start: number } & (
  | { type: 'text'; text: string }
  /** A comment without an end ends with the HTML. */
  | { type: 'comment'; text: string; isClosed: boolean }
  /** `name` is in lower case, `written` as in the source. */
  | { type: 'start'; name: string; written: string; attributes: Attributes; isSelfClosing: boolean }
  | { type: 'end'; name: string }
);

/** By name, in lower case. */
export type Attributes = ReadonlyMap<string, string>;

/** Elements whose content is text for the parser, not markup. */
const RAW_TEXT = /^(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)$/;
/** Addresses in angle brackets are text: `<https://a.example/>`, `<me@a.example>`. */
const TAG_NAME = /<(\/?)(?![a-z][a-z0-9+.-]*:\/\/|[^\s/<>]*@)([a-z][^\s/>\0]{0,60})(?=[\s/>])/iy;
const ATTRIBUTE = /[\s/]*([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?/y;
const TAG_END = /[\s/]*>/y;
/** The maximum number of characters that are scanned in vain for the end of tags. */
const MAX_SCANNED = 2_000_000;
const MAX_ATTRIBUTES = 60;

/**
 * Splits HTML into tokens, in linear time. It follows the HTML standard for well-formed HTML; any other `<` is text. It
 * need not agree with browsers about malformed HTML: the result becomes a tree of allowed elements, never HTML again.
 * https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
export function* tokenizeHtml(html: string): Generator<HtmlToken> {
  let [textStart, open, scanned] = [0, html.indexOf('<'), 0];
  const textUntil = (end: number): HtmlToken[] =>
    end > textStart ? [{ type: 'text', text: decodeHTML(html.slice(textStart, end)), start: textStart }] : [];
  while (open !== -1) {
    const found = commentAt(html, open) ?? (scanned < MAX_SCANNED ? tagAt(html, open) : { end: undefined, scanned: 0 });
    scanned += found.scanned;
    if (found.end === undefined) {
      open = html.indexOf('<', open + 1);
      continue;
    }
    yield* textUntil(open);
    yield found.token;
    textStart = found.end;
    const { token } = found;
    if (token.type === 'start' && RAW_TEXT.test(token.name)) {
      const end = rawTextEnd(html, textStart, token.name);
      if (end > textStart) yield { type: 'text', text: html.slice(textStart, end), start: textStart };
      textStart = end;
    }
    open = html.indexOf('<', textStart);
  }
  yield* textUntil(html.length);
}

type Found = { end: number; token: HtmlToken; scanned: number } | { end: undefined; scanned: number };

/** A comment, a declaration, or a processing instruction. */
function commentAt(html: string, start: number): Found | undefined {
  if (!/^<[!?]/.test(html.slice(start, start + 2))) return undefined;
  const [opening, closing] = html.startsWith('<!--', start) ? ['<!--', '-->'] : ['<!', '>'];
  const close = html.indexOf(closing, start + opening.length);
  const textEnd = close === -1 ? html.length : close;
  const text = html.slice(start + opening.length, textEnd);
  const token: HtmlToken = { type: 'comment', text, isClosed: close !== -1, start };
  return { end: Math.min(textEnd + closing.length, html.length), token, scanned: 0 };
}

function tagAt(html: string, start: number): Found {
  TAG_NAME.lastIndex = start;
  const match = TAG_NAME.exec(html);
  if (!match) return { end: undefined, scanned: 1 };
  const [opening, slash, written = ''] = match;
  const attributes = new Map<string, string>();
  let index = start + opening.length;
  for (;;) {
    TAG_END.lastIndex = index;
    const tagEnd = TAG_END.exec(html);
    if (tagEnd) {
      const isSelfClosing = tagEnd[0].includes('/');
      const name = written.toLowerCase();
      const token: HtmlToken =
        slash === '/'
          ? { type: 'end', name, start }
          : { type: 'start', name, written, attributes, isSelfClosing, start };
      return { end: TAG_END.lastIndex, token, scanned: 0 };
    }
    ATTRIBUTE.lastIndex = index;
    const attribute = ATTRIBUTE.exec(html);
    if (!attribute) return { end: undefined, scanned: index - start };
    const [all, name = '', value = ''] = attribute;
    index += all.length;
    const key = name.toLowerCase();
    // The first of several attributes with one name counts.
    if (attributes.size < MAX_ATTRIBUTES && !attributes.has(key))
      attributes.set(key, decodeHTMLAttribute(/^["']/.test(value) ? value.slice(1, -1) : value));
  }
}

function rawTextEnd(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}
