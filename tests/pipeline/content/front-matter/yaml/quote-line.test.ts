import yaml from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { quotedLineAt } from '../../../../../src/pipeline/content/front-matter/yaml/quote-line.ts';
import { articleFile, editionOf } from '../../../../support/content-folder.ts';

const hintsOf = (front: string): (string | undefined)[] =>
  editionOf({ 'a.md': articleFile(front) }).diagnostics.flatMap(({ severity, hint }) =>
    severity === 'error' ? [hint] : [],
  );

/** The line that a hint shows. */
const lineIn = (hint = ''): string => /quotes: `(.*)`\.$/.exec(hint)?.[1] ?? '';

test.each([
  ['Hafen: neue Kräne', '"Hafen: neue Kräne"'],
  ['Part 2: the sea: calm', '"Part 2: the sea: calm"'],
  ['[UPDATE] Bridge is open', '"[UPDATE] Bridge is open"'],
  ['{sic} they wrote', '"{sic} they wrote"'],
  ['{{ site }} news', '"{{ site }} news"'],
  ['*Finally* open', '"*Finally* open"'],
  ['& then rain', '"& then rain"'],
  ['!urgent call', '"!urgent call"'],
  ['@mayor replies', '"@mayor replies"'],
  ['%20 and other signs', '"%20 and other signs"'],
  ['`npm` explained', '"`npm` explained"'],
  ['- a list that is none', '"- a list that is none"'],
  ['? who knows', '"? who knows"'],
  ['> more than words', '"> more than words"'],
  ['#1 at last', '"#1 at last"'],
  ["'We don't know'", '"We don\'t know"'],
  ["'Yes' and 'no'", "\"'Yes' and 'no'\""],
  ['"Soon" means never', '\'"Soon" means never\''],
  ['"They said "no" again"', '\'They said "no" again\''],
  ['"Yes" and "no"', '\'"Yes" and "no"\''],
  ['"It\'s "so" easy"', "'It''s \"so\" easy'"],
  ['"C:\\harbour\\plan"', "'C:\\harbour\\plan'"],
  ['Costs: $& and $1', '"Costs: $& and $1"'],
  ['Ferry: back # to check', '"Ferry: back" # to check'],
])('the hint about `title: %s` shows the line in quotes, which can be read', (value, quoted) => {
  const [hint] = hintsOf(`title: ${value}`);
  const line = lineIn(hint);
  expect(line).toBe(`title: ${quoted}`);
  const { title } = yaml.load(line) as { title: string };
  const { articles, diagnostics } = editionOf({ 'a.md': articleFile(line) });
  expect(diagnostics).toEqual([]);
  expect(articles[0]?.title).toBe(title);
});

describe('the hint shows no line', () => {
  test.each([
    ['with an error inside a list or a mapping', 'provider: { name: @us }'],
    ['whose value goes on in the next line', 'title: [NEW] A title\n  in two lines'],
    ['that is long', `title: ${'long '.repeat(60)}: end`],
    ['with a control character', 'title: bell\u0007: rings'],
    ['that names a secret', 'title: Loan: secured: q7vXo0s'],
    ['that looks like a secret', 'title: code: q7vXo0sWbOuwwNnnkc2qpJtN1bTCarSP'],
    ['below a secret', 'provider:\n  securd:\n  name: who: q7vXo0sWb\n  domain: a.example'],
  ])('%s', (_, lines) => {
    const hints = hintsOf(lines);
    expect(hints).not.toEqual([]);
    for (const hint of hints) expect(lineIn(hint)).toBe('');
  });
});

test('a field of an item is shown without its indentation', () => {
  const source = 'related:\n  - title: Sea: calm\n    webUrl: https://a.example/\n';
  expect(quotedLineAt(source, source.indexOf('Sea'))).toEqual({ name: 'title', line: '- title: "Sea: calm"' });
});
