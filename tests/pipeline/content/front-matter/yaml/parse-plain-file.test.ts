import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePlainFile } from '../../../../../src/pipeline/content/front-matter/yaml/parse-plain-file.ts';
import { contentFile } from '../../../../bench/generate.ts';
import { expectPlainEqualsFull } from '../../../../support/plain-file.ts';
import { runsOf } from '../../../../support/property-runs.ts';

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));

/** The text as it would be read from a file, in UTF-8. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const UNUSUAL_VALUES = [
  '~',
  '- 1',
  '{}',
  '[a, b]',
  '|',
  '>-',
  '&a x',
  '*a',
  '!!x y',
  '"a" b',
  '"a',
  "'a",
  '"a": b',
  "'a': 'b'",
  'a: b',
  'a #b',
  '#c',
  'a:',
  '...',
  '---',
  '\u00a0x',
  'x\u00a0',
  '\ufeffx',
  '\u2028',
  '?',
  '? x',
  '%',
  '@',
  '`',
  'secured Abcdefgh12345678ijklmnopq',
  'x-secured: Abcdefgh12345678ijklmnopq',
  'Abcdefgh12345678ijklmnopq',
];
const UNUSUAL_NAMES = [
  'secured',
  'securd',
  '__proto__',
  '"q"',
  '1',
  'null',
  '-x',
  'constructor',
  '',
  'x y',
  '<<',
  '...',
  '#',
  'x-secured',
  'x-secured-Abcdefgh12345678ijklmnopq',
];

test('the comment that refers to the schema does not disable the fast parser', () => {
  const plain = contentFile(1);
  const named = plain.replace('---\n', '---\n# yaml-language-server: $schema=../../article.schema.json\n');
  expect(expectPlainEqualsFull(named)).toBe(true);
  expect(parsePlainFile(named)).toEqual(parsePlainFile(plain));
});

describe('the fast parser returns the same as the full parser', () => {
  test('for the sample and for generated files', () => {
    expect(filesIn('content').map(expectPlainEqualsFull)).toContain(true);
    const generated = Array.from({ length: 200 }, (_, index) => contentFile(index));
    expect(generated.map(expectPlainEqualsFull)).not.toContain(false);
  });

  test('for all files of a legacy site, with CRLF and `secured`', () => {
    expect(filesIn('tests/fixtures/legacy-paper/_news').map(expectPlainEqualsFull)).not.toContain(false);
  });

  /** What nearly every line is made of, and what few are. */
  const mostly = <T>(usual: readonly T[], ...unusual: readonly T[]) =>
    fc.oneof(
      { weight: 24, arbitrary: fc.constantFrom(...usual) },
      { weight: 1, arbitrary: fc.constantFrom(...unusual) },
    );
  const scalar = fc.oneof(
    {
      weight: 20,
      arbitrary: fc.constantFrom('a', '007', '-1', 'null', '[]', '"q"', "'q'", 'http://h/x?a=b#c', 'a#b', ''),
    },
    {
      weight: 4,
      arbitrary: fc.constantFrom('"a\\nb"', '"a\\x41"', '"\\u00e9\\ud83d\\ude00"', "'it''s'", '漢字', '.5', '(x)'),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...UNUSUAL_VALUES),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
    {
      weight: 1,
      arbitrary: fc.string({ unit: fc.constantFrom(...'ab:#-"\'\\ []{},&*!|>%@`?\t\r.~'.split('')), maxLength: 8 }),
    },
  );
  const name = mostly(['title', 'a', 'b', 'c-d', 'e_f', 'images', 'url', 'g', 'h', 'i'], ...UNUSUAL_NAMES);
  const line = fc
    .tuple(
      fc.constantFrom(0, 0, 0, 0, 0, 0, 2, 2, 4, 1),
      mostly(['', '', '', '', '- '], '- - ', '-', '-  '),
      name,
      mostly([': ', ': ', ':'], ':  ', ' ', ''),
      scalar,
      mostly([''], ' ', ' # c', '\r'),
    )
    .map(([indent, dash, key, colon, value, end]) => ' '.repeat(indent) + dash + key + colon + value + end);
  const item = fc.tuple(fc.constantFrom('- ', '  - '), scalar).map((parts) => parts.join(''));
  const lines = fc.oneof(
    { weight: 12, arbitrary: line },
    { weight: 3, arbitrary: item },
    { weight: 1, arbitrary: fc.constantFrom('', ' ', '# c', '  # c', '---', '---x', '...') },
  );
  const file = fc
    .tuple(
      fc.array(lines, { minLength: 1, maxLength: 6 }),
      mostly(['\n', '\r\n'], '\r'),
      mostly(['---'], '--- ', '---yaml', '+++'),
      fc.string({ maxLength: 6 }),
    )
    .map(([source, newline, fence, body]) => [fence, ...source, '---', body].join(newline));

  test.each([
    'title:\n- secured:a\n- b',
    "title:\n- 'secured: a'",
    'title:\n- secured=a',
    'a: x-secured: b',
    'secured-: a',
  ])('for %j', (source) => {
    expect(() => expectPlainEqualsFull(`---\n${source}\n---\n`)).not.toThrow();
  });

  test('for anything that looks like YAML', () => {
    let parsed = 0;
    const cases = runsOf(5_000);
    fc.assert(
      fc.property(file, (text) => {
        if (expectPlainEqualsFull(wellFormed(text))) parsed += 1;
      }),
      { numRuns: cases },
    );
    expect(parsed).toBeGreaterThan(cases / 40);
  });

  test('for valid files with a few characters changed', () => {
    const good = contentFile(3);
    const edit = fc.tuple(
      fc.nat(good.length - 1),
      fc.nat(3),
      fc.oneof(
        fc.constantFrom(...'\n :-"\'#\\\t[]{}&*!|>~\r'.split(''), '\n- ', '\n  ', ': ', ' #', "''"),
        fc.string({ maxLength: 3 }),
      ),
    );
    const attempt = (): void =>
      fc.assert(
        fc.property(fc.array(edit, { minLength: 1, maxLength: 3 }), (edits) => {
          const changed = edits.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), good);
          expectPlainEqualsFull(wellFormed(changed));
        }),
        { numRuns: runsOf(1_000) },
      );
    expect(attempt).not.toThrow();
  });
});
