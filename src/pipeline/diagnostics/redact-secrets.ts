import { editDistance } from './edit-distance.ts';

/*
 * `secured` holds ciphertext that belongs to nobody here. It is taken out of the text before anything is parsed, so
 * that no fault on its line can spill it, and whatever is left is taken out of the parsed values.
 */

const NAME = 'secured';
const known = new Map<string, boolean>([[NAME, true]]);

/** Whether a key means `secured`, perhaps misspelt. */
export function isSecuredKey(key: string): boolean {
  if (key.length < NAME.length - 2 || key.length > NAME.length + 2) return false;
  const found = known.get(key);
  if (found !== undefined) return found;
  const isMeant = editDistance(key.toLowerCase(), NAME, 2) <= 2;
  if (known.size < 10_000) known.set(key, isMeant);
  return isMeant;
}

const KEY_LINE = /^([ \t-]*["']?([A-Za-z_-]{5,9})["']?[ \t]*[:=][ \t]*)(.*)$/gm;
/** A key in quotes with its text, as JSON has several on one line. */
const QUOTED_KEY = /((["'])([A-Za-z_-]{5,9})\2[ \t]*[:=][ \t]*)("(?:[^"\\\r\n]|\\.)*|'[^'\r\n]*)/g;
/** A word, a few signs, and a run of what ciphertext is written in. */
const STRAY = /((?<![A-Za-z])([A-Za-z]{5,9})[^A-Za-z0-9\n]{0,12})([\w+/=;-]{24,})/g;
/** A `key:` that is no field, with the rest of its line and the line below it if that is indented. */
const STRAY_KEY = /^([ \t>-]*["']?([A-Za-z]{5,9})["']?[ \t]*[:=])(.*(?:\r?\n[ \t]+.*)?)/gm;
const RUN = /[\w+/=;-]{16,}/g;
const SHORTEST_RUN = 16;

/** Takes the values of `secured` out of front matter; blanks take their place, so that all else stays where it is. */
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
 * Takes out what looks like ciphertext after the word `secured`, wherever that stands. It is a word of the language
 * too, so what follows it stays when it may be one.
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

/** The signs that ciphertext is written in, by what they are: 1 a small letter, 2 a capital, 4 another sign, 8 a joint. */
const SIGNS = new Uint8Array(128);
for (const [signs, kind] of [
  ['abcdefghijklmnopqrstuvwxyz', 1],
  ['ABCDEFGHIJKLMNOPQRSTUVWXYZ', 2],
  ['0123456789+/=', 4],
  ['_;-', 8],
] as const)
  for (const sign of signs) SIGNS[sign.charCodeAt(0)] = kind;

const kindAt = (text: string, at: number): number => SIGNS[text.charCodeAt(at)] ?? 0;

/** Whether a part of a text has a run that `redactStray` would take out behind the word `secured`. */
export function holdsCiphertext(text: string, from: number, to: number): boolean {
  let start = from;
  while (start + SHORTEST_RUN <= to) {
    // From the end of a run as short as can be: where it is none, all before what breaks it can be passed over.
    let at = start + SHORTEST_RUN - 1;
    while (at >= start && kindAt(text, at) !== 0) at -= 1;
    if (at < start) {
      let kinds = 0;
      for (at = start; at < to && kindAt(text, at) !== 0; at += 1) kinds |= kindAt(text, at);
      if ((kinds & 7) === 7) return true;
    }
    start = at + 1;
  }
  return false;
}

const isCiphertext = (run: string): boolean => /[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9+/=]/.test(run);

/** Quotes stay, closed or not, and so does what opens a block or goes on in a collection: the shape stays the same. */
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
