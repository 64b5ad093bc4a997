import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/pipeline/diagnostics/diagnostic.ts';
import { colorizeFor, formatDiagnostics } from '../../../src/pipeline/diagnostics/report.ts';

const diagnostic = (file: string, line: number, severity: Diagnostic['severity'] = 'error'): Diagnostic => ({
  file,
  line,
  column: 3,
  severity,
  field: 'title',
  code: 'some-code',
  message: 'Expected this, found that.',
});

test('a diagnostic shows its location, message, hint and code frame', () => {
  const text = formatDiagnostics([{ ...diagnostic('a.md', 7), hint: 'Do so.', codeFrame: { text: 'a b', caret: 2 } }]);
  expect(text.split('\n')).toEqual([
    'a.md',
    '  a.md:7:3 error title: Expected this, found that. Do so.',
    '     7 | a b',
    '       |   ^',
    '',
    '1 error in 1 file',
  ]);
});

test('those of the settings come first: they may be the cause of others', () => {
  const text = formatDiagnostics([diagnostic('a.md', 1), diagnostic('site.yml', 2), diagnostic('site.yaml', 3)]);
  expect(text.match(/^ {2}\S+/gm)).toEqual(['  site.yaml:3:3', '  site.yml:2:3', '  a.md:1:3']);
});

test('diagnostics are grouped by file, sorted by line, and counted at the end', () => {
  const text = formatDiagnostics([
    diagnostic('b.md', 1),
    diagnostic('a.md', 9, 'warning'),
    diagnostic('b.md', 2),
    diagnostic('a.md', 2),
  ]);
  expect(text.match(/^\S.*|\S+:\d+:\d+/gm)).toEqual([
    'a.md',
    'a.md:2:3',
    'a.md:9:3',
    'b.md',
    'b.md:1:3',
    'b.md:2:3',
    '3 errors and 1 warning in 2 files',
  ]);
});

test('a diagnostic without a line shows the name of its file', () => {
  const whole: Diagnostic = { file: 'ON_ERROR', severity: 'error', code: 'bad-setting', message: 'Expected this.' };
  expect(formatDiagnostics([whole])).toContain('  ON_ERROR error Expected this.');
});

test('text from a file cannot be a command of the terminal or of GitHub Actions', () => {
  const text = formatDiagnostics([
    { ...diagnostic('::error::x\u001b.md', 1), field: 'a\nb', message: '\u009b31m\u202e\n::x' },
  ]);
  expect(text).not.toMatch(/^\s*::/m);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
});

describe('the same fault in many files', () => {
  const images = (count: number): Diagnostic[] =>
    Array.from({ length: count }, (_, index) => ({
      ...diagnostic(`${index}.md`, 3),
      field: `images[${index}]`,
      code: 'bad-image',
      message: `Expected an image, found \`${index}.txt\`.`,
    }));

  test('is listed once, with three places and the number', () => {
    const text = formatDiagnostics([...images(6), diagnostic('0.md', 9)]);
    expect(text.split('\n')).toEqual([
      '0.md',
      '  0.md:3:3 error images[0]: Expected an image, found `0.txt`.',
      '    The same in 5 more files: 1.md:3:3, 2.md:3:3 and 3 more. `npm run content -- check --all` lists them.',
      '  0.md:9:3 error title: Expected this, found that.',
      '',
      '7 errors in 6 files',
    ]);
  });

  test('is listed for each file on request, and in up to three files', () => {
    expect(formatDiagnostics(images(3)).match(/^ {2}\S/gm)).toHaveLength(3);
    expect(formatDiagnostics(images(6), { isComplete: true }).match(/^ {2}\S/gm)).toHaveLength(6);
  });

  test('is listed each time in one file', () => {
    const inOneFile = images(6).map((each, line) => ({ ...each, file: 'a.md', line }));
    expect(formatDiagnostics(inOneFile).match(/^ {2}\S/gm)).toHaveLength(6);
  });

  test('is counted by kind where there are many', () => {
    expect(formatDiagnostics([...images(20), diagnostic('0.md', 9)])).toMatch(
      /\n\nBy kind: 20 bad-image, 1 some-code\n\n21 errors in 20 files$/,
    );
  });
});

test('the report is empty without diagnostics', () => {
  expect(formatDiagnostics([])).toBe('');
});

test('only a terminal that supports colours gets them', () => {
  const coloured = (stream: Parameters<typeof colorizeFor>[0]): boolean =>
    formatDiagnostics([diagnostic('a.md', 1)], { colorize: colorizeFor(stream) }).includes('\u001b[');
  expect(coloured({ isTTY: true, hasColors: () => true })).toBe(true);
  expect(coloured({ isTTY: true, hasColors: () => false })).toBe(false);
  expect(coloured({ isTTY: true })).toBe(false);
  expect(coloured({})).toBe(false);
});
