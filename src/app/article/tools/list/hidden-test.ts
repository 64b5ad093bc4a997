import type { Summary } from '../../../../model/article.ts';
import type { HiddenRule } from '../../../reader/document/reader-document.ts';

type HiddenTest = (story: Pick<Summary, 'title' | 'topics' | 'provider'>) => boolean;

let known: { rules: ReadonlyMap<string, HiddenRule>; test: HiddenTest | undefined } | undefined;

/** Whether the reader hides a story. `undefined` if nothing is hidden. The same function for the same rules. */
export function hiddenTest(rules: ReadonlyMap<string, HiddenRule>): HiddenTest | undefined {
  if (known?.rules !== rules) known = { rules, test: createTest(rules) };
  return known.test;
}

function createTest(rules: ReadonlyMap<string, HiddenRule>): HiddenTest | undefined {
  const now = Date.now();
  const active = [...rules].filter(([, { until }]) => until === undefined || until > now);
  if (active.length === 0) return undefined;
  const idsOf = (kind: string): string[] =>
    active.flatMap(([id]) => (id.startsWith(kind) ? [id.slice(kind.length)] : []));
  const topics = new Set([...idsOf('topic:'), ...active.flatMap(([, { below = [] }]) => below)]);
  const providers = new Set(idsOf('provider:'));
  const words = idsOf('word:').flatMap((word) => wordPattern(plainText(word)) ?? []);
  const hasWord = (text: string): boolean => words.some((word) => word.test(text));
  return ({ title, topics: own, provider }) =>
    own.some(({ slug }) => topics.has(slug)) ||
    (provider?.domain !== undefined && providers.has(provider.domain)) ||
    hasWord(plainText(title));
}

/** Text in which spelling and typography differ less: without quotation marks, with one kind of apostrophe and space. */
const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/["“”„«»]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Finds a word or a phrase, not a part of a word. In scripts without spaces a part is enough. `undefined` if nothing is
 * left of the word: an empty one would be found everywhere.
 */
function wordPattern(word: string): RegExp | undefined {
  if (word === '') return undefined;
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const isSpaced =
    !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u.test(word);
  return isSpaced ? new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu') : new RegExp(escaped, 'iu');
}
