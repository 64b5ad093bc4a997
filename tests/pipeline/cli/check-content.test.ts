import { describe, expect, test } from 'vitest';
import { articleFile, contentFolder } from '../../support/content-folder.ts';
import { runInShell as run } from '../../support/run-in-shell.ts';

const secret = 'q7vXo0sWbOuwwNnnkc2qpJtN1bTCarSPPTKLEZf6FAN22nc737ss';

test('the exit code is 0 for content without errors, with or without warnings', () => {
  const { exitCode, stdout, stderr } = run(['check', contentFolder({ 'a.md': articleFile('quality: high') })]);
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/1 warning in 1 file\n\n1 file: 1 article, 0 drafts, 0 duplicates, 0 rejected\n$/);
  expect(stdout).not.toContain('::');
});

test('the exit code is 1 for errors, also in settings; CONTENT_DIR can name the folder', () => {
  const root = contentFolder({ 'site.yaml': 'onError: skip\npages: 7\n', 'a.md': articleFile() });
  const { exitCode, stdout } = run(['check'], { CONTENT_DIR: root });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('site.yaml:2:8 error pages: Expected `all` or `newest` with a number, found `7`.');
});

test.each([
  [['built']],
  [['build', 'a']],
  [['build', '--json']],
  [['constructor']],
  [['check', 'a', 'b']],
  [['check', '--jason']],
  [['check', 'no/such/folder']],
  [['new']],
  [['new', 'A title', 'a', 'b']],
  [['new', 'A title', 'no/such/folder']],
  [['schema', '--json']],
  [[]],
])('the exit code is 2, with the usage of all commands, for %j', (args) => {
  const { exitCode, stdout, stderr } = run(args);
  expect([exitCode, stdout]).toEqual([2, '']);
  for (const usage of [
    'content -- check [DIR] [--all] [--json]',
    'content -- new "Title" [DIR]',
    'content -- schema [DIR]',
  ])
    expect(stderr).toContain(`npm run ${usage}\n`);
  expect(stderr).toContain('npm run build -- [--outDir DIR] [--force] [--verbose]\n');
});

test('an unknown option is named', () => {
  expect(run(['build', '--jason']).stderr).toMatch(/^Unknown option --jason\.\nUsage: /);
});

describe('the same diagnostics', () => {
  const root = (): string =>
    contentFolder({
      'a.md': articleFile(`quality: "\\e]8;;x\\u202e"\nsecured: "${secret}`),
      'b.md': articleFile(`heat: x\nsecurd: ${secret}`),
    });

  test('are printed as JSON, as text, and as annotations in GitHub Actions', () => {
    const folder = root();
    const asJson = run(['check', folder, '--json']);
    const asText = run(['check', folder], { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: folder });
    const { issues } = JSON.parse(asJson.stdout) as {
      issues: { file: string; line: number; column: number; severity: string }[];
    };
    expect(issues).toHaveLength(2);
    for (const { file, line, column, severity } of issues) {
      expect(asText.stdout).toContain(`  ${file}:${line}:${column} ${severity} `);
      expect(asText.stdout).toContain(`::${severity} file=${file},line=${line},col=${column},`);
    }
    const output = asJson.stdout + asText.stdout;
    expect(output).not.toContain(secret.slice(0, 16));
    expect(output.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

test('scheduled and expired articles are counted, at the time in BUILD_TIME', () => {
  const folder = contentFolder({
    'site.yaml': 'future: hide',
    'a.md': articleFile('date: 2026-12-24T18:00:00Z'),
    'b.md': articleFile('expires: 2026-11-01\nlink: https://example.com/b'),
  });
  expect(run(['check', folder]).stdout).toMatch(
    /^1 scheduled article left out, until 2026-12-24T18:00:00Z\..*\n\n2 files: 0 articles, 0 drafts, 0 duplicates, 1 scheduled, 1 expired, 0 rejected\n$/,
  );
  expect(JSON.parse(run(['check', folder, '--json']).stdout)).toMatchObject({ scheduled: 1, expired: 1, issues: [] });
  const later = run(['check', folder, '--json'], { BUILD_TIME: '2026-12-24T18:00:00Z' }).stdout;
  expect(JSON.parse(later)).toMatchObject({ articles: 1, scheduled: 0, expired: 1 });
  const { exitCode, stdout } = run(['check', folder], { BUILD_TIME: 'soon' });
  expect([exitCode, stdout]).toEqual([1, expect.stringContaining('BUILD_TIME: expected a date')]);
});
