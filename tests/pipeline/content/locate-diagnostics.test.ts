import { expect, test } from 'vitest';
import { formatDiagnostics } from '../../../src/pipeline/diagnostics/report.ts';
import { articleFile, contentFolder, editionIn, type Files } from '../../support/content-folder.ts';
import { faultyFiles } from '../../support/faulty-files.ts';
import { gif } from '../../support/image-files.ts';
import { runCli } from '../../support/run-cli.ts';
import { withTimeLimit } from '../../support/time-limits.ts';

/** 200 content files, half of them with one diagnostic each, and their images. */
const files: Files = {
  ...Object.fromEntries(
    Array.from({ length: 200 - faultyFiles.length }, (_, index) => [
      `good-${index}.md`,
      articleFile(`webUrl: https://example.com/good-${index}`),
    ]),
  ),
  ...Object.fromEntries(faultyFiles.map(({ file, body }) => [file, body])),
  'plates/fake.png': 'no picture',
  'plates/wide.gif': gif(1_601, 1),
};

interface CheckedDiagnostic {
  file: string;
  line: number;
  column: number;
  message: string;
}

const byName = <T extends { file: string }>(list: readonly T[]): T[] =>
  list.toSorted((a, b) => (a.file < b.file ? -1 : 1));

test('one run prints 100 different diagnostics of 200 files, each with its location', async () => {
  expect(faultyFiles).toHaveLength(100);
  expect(Object.keys(files)).toHaveLength(202);
  const { exitCode, stdout } = await runCli(['check', contentFolder(files), '--json']);
  const { issues, ...counts } = JSON.parse(stdout) as { issues: CheckedDiagnostic[] };
  const expected = faultyFiles.map(({ body: _, message, ...diagnostic }) => ({
    ...diagnostic,
    message: expect.stringContaining(message) as string,
  }));
  expect(byName(issues)).toMatchObject(byName(expected));
  expect(exitCode).toBe(1);
  expect(counts).toMatchObject({ files: 196, duplicates: 1 });
});

test('formatting them takes less than a second', () => {
  const root = contentFolder(files);
  const text = withTimeLimit(() => formatDiagnostics(editionIn(root).diagnostics, { isComplete: true }), 1);
  expect(text).toMatch(/\n\n\d+ errors and \d+ warnings in 100 files$/);
});

test('each diagnostic shows its line with a caret', () => {
  const { diagnostics } = editionIn(contentFolder(files));
  for (const { file, line, column, body, field } of faultyFiles) {
    const diagnostic = diagnostics.filter((candidate) => candidate.file === file);
    const [, , first = '', excerpt = '', caret = ''] = ['', ...formatDiagnostics(diagnostic).split('\n')];
    expect(first).toMatch(new RegExp(`^  ${file}:${line}:${column} (?:error|warning) `));
    if (field !== null) expect(first).toContain(` ${field}: `);
    // A file that is too large has no code frame.
    if (file === 'large.md') continue;
    const source =
      Buffer.from(body)
        .toString()
        .replace('\ufeff', '')
        .split(/\r\n|\n|\r/)[line - 1] ?? '';
    const [shownLine = '', caretLine = ''] = [excerpt.slice(9), caret.slice(9)];
    expect(excerpt.slice(0, 9)).toBe(`${String(line).padStart(6)} | `);
    expect(caretLine.trimStart()).toBe('^');
    const start = source
      .slice(column - 1, column + 7)
      .replaceAll('\t', ' ')
      .replace('\0', '\\u0000');
    expect(shownLine.slice(caretLine.length - 1 - wideIn(shownLine.slice(0, caretLine.length)))).toMatch(
      startsWith(start),
    );
  }
});

/** The number of wide characters in a text. Only one file has some. */
const wideIn = (text: string): number => text.match(/[報道]/g)?.length ?? 0;

const startsWith = (text: string): RegExp => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
