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

test('pages are counted', () => {
  const page = '---\ntitle: Imprint\n---\nText\n';
  const folder = contentFolder({ 'site.yaml': 'pagesFolder: pages', 'a.md': articleFile(), 'pages/imprint.md': page });
  expect(run(['check', folder]).stdout).toBe('2 files: 1 article, 1 page, 0 drafts, 0 duplicates, 0 rejected\n');
  expect(JSON.parse(run(['check', folder, '--json']).stdout)).toMatchObject({ files: 2, articles: 1, pages: 1 });
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

describe('a folder of another system', () => {
  const hugo = { 'hugo.toml': 'title = "Paper"\n', 'content/a.md': articleFile() };

  test('is named first, with the reason and the setting that chooses other files', () => {
    const { stdout } = run(['check', contentFolder(hugo)]);
    expect(stdout.split('\n')[0]).toBe(
      'Read as a Hugo site, because of hugo.toml: articles are in content/. To choose other files, set `articles` in site.yaml.',
    );
  });

  test.each([
    [
      'Read as an Obsidian vault, because of .obsidian: articles are all notes outside Templates/.',
      '.obsidian/app.json',
    ],
    ['Read as a Jekyll site, because of _config.yml: articles are in _posts/ and _news/, at any depth.', '_config.yml'],
  ])('%s', (line, file) => {
    const { stdout } = run(['check', contentFolder({ [file]: '{}', '_posts/a.md': articleFile() })]);
    expect(stdout.startsWith(line)).toBe(true);
  });

  test('is not named if `articles` is set, and in JSON only as `system`', () => {
    const root = contentFolder({ ...hugo, 'site.yaml': "articles: ['content/*.md']\n" });
    expect(run(['check', root]).stdout).toMatch(/^1 file: /);
    expect(JSON.parse(run(['check', root, '--json']).stdout)).toMatchObject({ system: 'Hugo', articles: 1 });
  });

  test('our own layout has no such line', () => {
    const root = contentFolder({ 'a.md': articleFile() });
    expect(run(['check', root]).stdout).toMatch(/^1 file: /);
    expect(JSON.parse(run(['check', root, '--json']).stdout)).toMatchObject({ system: null });
  });
});
