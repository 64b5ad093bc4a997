import { editDistance } from '../../model/text/edit-distance.ts';

/*
 * The field `secured` holds ciphertext that must not be published. It is removed from the text before parsing, so that a
 * syntax error on its line cannot expose it. What remains is removed from the parsed values.
 */

const NAME = 'secured';
const cache = new Map<string, boolean>([[NAME, true]]);

/** Whether a key is `secured` or a likely misspelling of it. */
export function isSecuredKey(key: string): boolean {
  if (key.length < NAME.length - 2 || key.length > NAME.length + 2) return false;
  const cached = cache.get(key);
  if (cached !== undefined) return cached;
  const isSecured = editDistance(key.toLowerCase(), NAME, 2) <= 2;
  if (cache.size < 10_000) cache.set(key, isSecured);
  return isSecured;
}

const KEY_LINE = /^([ \t-]*["']?([A-Za-z_-]{5,9})["']?[ \t]*[:=][ \t]*)(.*)$/gm;
/** A quoted key with its quoted value. JSON can have several on one line. */
const QUOTED_KEY = /((["'])([A-Za-z_-]{5,9})\2[ \t]*[:=][ \t]*)("(?:[^"\\\r\n]|\\.)*|'[^'\r\n]*)/g;
/** A word, a few other characters, and a long run of the ciphertext alphabet. */
const STRAY = /((?<![A-Za-z])([A-Za-z]{5,9})[^A-Za-z0-9\n]{0,12})([\w+/=;-]{24,})/g;
/** A `key:` at the start of a line, with the rest of the line and the next line if that is indented. */
const STRAY_KEY = /^([ \t>-]*["']?([A-Za-z]{5,9})["']?[ \t]*[:=])(.*(?:\r?\n[ \t]+.*)?)/gm;
const RUN = /[\w+/=;-]{16,}/g;
const MIN_RUN = 16;

/** Replaces the values of `secured` in front matter with spaces, so that other values keep their location. */
export const redactFrontMatter = (text: string): string =>
  redactStray(
    text
      .replace(KEY_LINE, (line: string, start: string, key: string, value: string) =>
        isSecuredKey(key) ? start + redactValue(value).padEnd(value.length) : line,
      )
      .replace(QUOTED_KEY, (found: string, start: string, _: string, key: string, value: string) =>
        isSecuredKey(key) ? start + value.slice(0, 1).padEnd(value.length) : found,
      ),
    (run) => ' '.repeat(run.length),
  );

/**
 * Removes what looks like ciphertext after the word `secured` anywhere in a text. "Secured" is also an English word, so
 * text after it that does not look like ciphertext is kept.
 */
export function redactStray(text: string, replace: (run: string) => string = () => ''): string {
  const redactRun = (run: string): string => (isCiphertext(run) ? replace(run) : run);
  return text
    .replace(STRAY_KEY, (found: string, start: string, key: string, value: string) =>
      isSecuredKey(key) ? start + value.replace(RUN, redactRun) : found,
    )
    .replace(STRAY, (found: string, start: string, key: string, run: string) =>
      isSecuredKey(key) ? start + redactRun(run) : found,
    );
}

/** The character classes of the ciphertext alphabet: 1 lower case, 2 upper case, 4 digit or base64 sign, 8 separator. */
const CHARACTER_CLASSES = new Uint8Array(128);
for (const [characters, kind] of [
  ['abcdefghijklmnopqrstuvwxyz', 1],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 2],
  ['0123456789+/=', 4],
  ['_;-', 8],
] as const)
  for (const character of characters) CHARACTER_CLASSES[character.charCodeAt(0)] = kind;

const classAt = (text: string, at: number): number => CHARACTER_CLASSES[text.charCodeAt(at)] ?? 0;

/** Whether a part of a text has a run that `redactStray` would remove after the word `secured`. */
export function holdsCiphertext(text: string, from: number, to: number): boolean {
  let start = from;
  while (start + MIN_RUN <= to) {
    // Scans the shortest possible run backwards: everything before a character outside the alphabet can be skipped.
    let at = start + MIN_RUN - 1;
    while (at >= start && classAt(text, at) !== 0) at -= 1;
    if (at < start) {
      let classes = 0;
      for (at = start; at < to && classAt(text, at) !== 0; at += 1) classes |= classAt(text, at);
      if ((classes & 7) === 7) return true;
    }
    start = at + 1;
  }
  return false;
}

const isCiphertext = (run: string): boolean => /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9+/=]/.test(run);

/** Keeps quotes, closed or not, block indicators and the rest of a flow collection, so that the syntax stays the same. */
function redactValue(value: string): string {
  const [first = ''] = value;
  if (first !== '' && '|>{['.includes(first)) return value;
  const isQuoted = first === '"' || first === "'";
  const end = isQuoted ? closingQuote(value, first) : value.length;
  if (!isQuoted) return value.trimEnd().endsWith(',') ? 'null,' : '';
  if (end === -1) return first;
  const rest = value.slice(end + 1);
  return (first + first).padEnd(end + 1) + (/^\s*(?:[,}\]]|$)/.test(rest) ? rest : '');
}

function closingQuote(value: string, quoteMark: string): number {
  for (let at = 1; at < value.length; at++) {
    if (value[at] === '\\' && quoteMark === '"') at++;
    else if (value[at] === quoteMark) return at;
  }
  return -1;
}
