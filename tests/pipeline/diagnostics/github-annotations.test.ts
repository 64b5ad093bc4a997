import path from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../../src/pipeline/diagnostics/diagnostic.ts';
import { githubAnnotations } from '../../../src/pipeline/diagnostics/github-annotations.ts';

const workspace = path.resolve('/repository');
const content = path.join(workspace, 'content');
const actions = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: workspace };

const diagnostic: Diagnostic = {
  file: 'news/a.md',
  line: 4,
  column: 9,
  severity: 'warning',
  field: 'related[0].webUrl',
  code: 'bad-address',
  message: 'Expected an http or https address, found `x`.',
  hint: 'Put `https://` before it.',
};

test('each diagnostic is a workflow command on its own line, with its location in the repository', () => {
  expect(githubAnnotations([diagnostic, { ...diagnostic, severity: 'error' }], content, actions).split('\n')).toEqual([
    '::warning file=content/news/a.md,line=4,col=9,title=related[0].webUrl%3A bad-address::Expected an http or https address, found `x`. Put `https://` before it.',
    expect.stringMatching(/^::error file=content\/news\/a\.md,/) as string,
  ]);
});

test('file paths are relative to the content folder if that is the repository', () => {
  const inside = githubAnnotations([diagnostic], path.join(workspace, '.broadsheet', '..'), actions);
  expect(inside).toMatch(/^::warning file=news\/a\.md,line=4,/);
});

test('characters that would end a command or a property are escaped', () => {
  const [line = '', ...rest] = githubAnnotations(
    [{ ...diagnostic, file: '50%, a:b.md', message: 'One\r\n::error::two 5% \u001b[31m', hint: '' }],
    content,
    actions,
  ).split('\n');
  expect(rest).toEqual([]);
  expect(line).toContain('file=content/50%25%2C a%3Ab.md,');
  expect(line).toMatch(/::One\\u000d\\n::error::two 5%25 \\u001b\[31m$/);
});

test('a diagnostic without a line has no file', () => {
  const environment: Diagnostic = {
    file: 'ON_ERROR',
    severity: 'error',
    code: 'bad-setting',
    message: 'Expected this.',
  };
  expect(githubAnnotations([environment], content, actions)).toBe('::error title=bad-setting::Expected this.');
});

test('there are no annotations outside of GitHub Actions', () => {
  expect(githubAnnotations([diagnostic], content, {})).toBe('');
  expect(githubAnnotations([diagnostic], content, { GITHUB_ACTIONS: 'false', GITHUB_WORKSPACE: workspace })).toBe('');
});
