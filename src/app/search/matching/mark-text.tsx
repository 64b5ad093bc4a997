import { Fragment, type ReactNode } from 'react';
import { fold } from '../../../model/search/fold.ts';
import { type Run, runsOf } from '../../../model/search/terms.ts';
import type { QueryWord } from '../query/parse-query.ts';
import { createWordTest, isSimple } from '../query/word-test.ts';

type TextRange = [from: number, to: number];

/** Returns a function that renders a text with the words of a query in `<mark>`. */
export function createTextMarker(words: readonly QueryWord[]): (text: string) => ReactNode {
  const tests = words.filter(isSimple).map(createWordTest);
  const sequences = words.filter((word) => !isSimple(word));
  return (text) => {
    const { folded, starts, ends } = foldWithIndices(text);
    const runs = [...runsOf(folded)];
    const single = runs.filter((run) => !run.isUnspaced && tests.some((test) => test(asText(run))));
    const ranges = [
      ...single.map(({ at, end }): TextRange => [at, end]),
      ...sequences.flatMap((word) => findSequence(word, runs)),
    ];
    return markRanges(
      text,
      ranges.map(([from, to]) => [starts[from] ?? 0, ends[to - 1] ?? text.length]),
    );
  };
}

const asText = ({ text }: Run) => ({ terms: new Set([text]), joined: ` ${text} ` });

/**
 * A character, and what folding joins to it: marks, invisible characters, the vowel and the final of a Korean syllable,
 * halfwidth voicing marks.
 */
const CHARACTER = /.[\p{M}\u00AD\u0640\u200B-\u200D\u2060\uFEFF\u1160-\u11FF\uFF9E\uFF9F]*/gsu;

/** Folds a text, and gives for each code unit of the result where its character starts and ends in the text. */
function foldWithIndices(text: string): { folded: string; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: character, index } of text.matchAll(CHARACTER)) {
    const part = fold(character);
    folded += part;
    for (let count = 0; count < part.length; count += 1) {
      starts.push(index);
      ends.push(index + character.length);
    }
  }
  return { folded, starts, ends };
}

/** Where the runs of a word follow each other in a text. */
function findSequence({ runs: wanted, isPrefix }: QueryWord, runs: readonly Run[]): TextRange[] {
  const [first] = wanted;
  if (first && wanted.length === 1) return runs.flatMap((run) => (run.isUnspaced ? findInside(run, first.text) : []));
  return runs.flatMap((start, index): TextRange[] => {
    const found = runs.slice(index, index + wanted.length);
    const last = wanted.length - 1;
    const isFound =
      found.length === wanted.length &&
      wanted.every(({ text, isUnspaced }, at) => {
        const other = found[at]?.text ?? '';
        if (other === text) return true;
        if (at === 0) return isUnspaced && other.endsWith(text);
        return at === last && (isUnspaced || isPrefix) && other.startsWith(text);
      });
    if (!isFound) return [];
    const [head, tail] = [wanted[0], wanted[last]];
    const from = head?.isUnspaced ? start.end - head.text.length : start.at;
    const end = found[last]?.end ?? start.end;
    return [[from, tail?.isUnspaced ? (found[last]?.at ?? 0) + tail.text.length : end]];
  });
}

function findInside({ text, at }: Run, part: string): TextRange[] {
  const ranges: TextRange[] = [];
  for (let index = text.indexOf(part); index >= 0; index = text.indexOf(part, index + part.length))
    ranges.push([at + index, at + index + part.length]);
  return ranges;
}

function markRanges(text: string, ranges: TextRange[]): ReactNode {
  if (ranges.length === 0) return text;
  const parts: ReactNode[] = [];
  let shown = 0;
  for (const [start, end] of ranges.sort(([a], [b]) => a - b)) {
    const from = Math.max(start, shown);
    if (end <= from) continue;
    parts.push(
      <Fragment key={from}>
        {text.slice(shown, from)}
        <mark>{text.slice(from, end)}</mark>
      </Fragment>,
    );
    shown = end;
  }
  return [...parts, text.slice(shown)];
}
