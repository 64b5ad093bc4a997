import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleFile, contentFolder, editionIn, type Files } from '../../support/content-folder.ts';
import { runInShell } from '../../support/run-in-shell.ts';

/** Runs the command `new` in a folder of these files. */
function create(title: string, files: Files = {}, now?: string) {
  const root = contentFolder(files);
  const { exitCode, stdout, stderr } = runInShell(['new', '--', title, root], {}, now);
  const [name = '', ...lines] = stdout.split('\n');
  return { root, exitCode, file: name.replace(`${path.basename(root)}/`, ''), message: lines.join('\n'), stderr };
}

const read = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('a new article', () => {
  test('is created in a folder by year and month, with fields to fill in', () => {
    const { root, exitCode, file, message } = create('What we know: "7 things"');
    expect([exitCode, file]).toEqual([0, '2026/11/what-we-know-7-things.md']);
    expect(read(root, file)).toMatch(
      /^---\ntitle: "What we know: \\"7 things\\""\nexcerpt: ""\npublishedDateTime: 2026-11-23T06:40:12Z\nwebUrl: ""\n# provider: /,
    );
    expect(message).toContain('`npm run dev` shows it');
  });

  test.each([{ '_config.yml': 'title: x' }, { '_news/a.md': articleFile() }])(
    'is created in `_news/` in a legacy folder with %j',
    (files) => {
      expect(create('A title', files).file).toBe('_news/2026-11-23-a-title.md');
    },
  );

  test('has no body if it is published with the placeholder, and gets a warning', () => {
    const { root, file } = create('A title');
    const filled = read(root, file).replace('draft: true\n', '').replace('webUrl: ""', 'webUrl: https://example.com/a');
    writeFileSync(path.join(root, file), filled);
    const { articles, diagnostics } = editionIn(root);
    expect(articles).toMatchObject([{ title: 'A title' }]);
    expect(articles[0]).not.toHaveProperty('body');
    expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'placeholder', line: 11, field: 'body' }]);
  });

  test('gets one error if it is published without a body and an origin URL', () => {
    const { root, file } = create('A title');
    writeFileSync(path.join(root, file), read(root, file).replace('draft: true\n', ''));
    expect(editionIn(root).diagnostics).toMatchObject([{ severity: 'error', code: 'missing-field', field: 'webUrl' }]);
  });

  test('is dated in UTC', () => {
    expect(create('A title', {}, '2027-01-01T01:00:00+14:00').file).toBe('2026/12/a-title.md');
  });

  test('passes `check` without changes and is shown by the dev server', () => {
    const { root, file } = create('A title');
    const { exitCode, stdout } = runInShell(['check', root]);
    expect([exitCode, stdout]).toEqual([0, '1 file: 0 articles, 1 draft, 0 duplicates, 0 rejected\n']);
    expect(editionIn(root, { UNPUBLISHED: 'show' }).articles).toMatchObject([
      { file, title: 'A title', isDraft: true },
    ]);
  });

  test('is valid with its comments turned into fields', () => {
    const { root, file } = create('A title', { '2026/11/picture.jpg': readFileSync('public/icon-512.png') });
    writeFileSync(path.join(root, file), read(root, file).replace(/^# /gm, ''));
    const { articles, diagnostics } = editionIn(root, { UNPUBLISHED: 'show' });
    expect(diagnostics).toEqual([]);
    expect(articles).toMatchObject([
      {
        provider: { name: 'Example News', domain: 'example.com' },
        topics: [{ name: 'Science' }, { name: 'Space' }],
        images: [{ caption: 'What it shows' }],
        related: [{ title: 'Another story' }],
      },
    ]);
  });

  test.each([
    ['Grüße aus 東京', '2026/11/grüße-aus-東京.md'],
    ['خبر تازه', '2026/11/خبر-تازه.md'],
    ['../../Up & away/', '2026/11/up-away.md'],
    ['<b>Bold</b> &amp; brave', '2026/11/bold-brave.md'],
    ['README', '2026/11/readme.md'],
    ['-7 degrees', '2026/11/7-degrees.md'],
  ])('%s: %s', (title, file) => {
    expect(create(title).file).toBe(file);
  });

  test.each(['CON', '…', '🚀', '?!'])('%s: a file name with a stable suffix', (title) => {
    const { file } = create(title);
    expect(file).toMatch(/^2026\/11\/(?:con|story)-[0-9a-f]{6}\.md$/);
    expect(create(title).file).toBe(file);
  });

  test('has a file name of limited length', () => {
    expect(Buffer.byteLength(path.basename(create('漢字'.repeat(200)).file))).toBeLessThan(90);
  });

  test.each([
    'a: b # c',
    'it\'s \\ "so"',
    '- x',
    '{{ y }}',
    '*',
    'two\nlines',
    'a\u0085b\u2028c\u007fd',
    '007',
    'null',
    '\ud83d',
  ])('%j: the title is the same as in an article with this title', (title) => {
    const { root, file } = create(title);
    const { articles, diagnostics } = editionIn(root, { UNPUBLISHED: 'show' });
    expect(diagnostics).toEqual([]);
    expect(articles[0]?.file).toBe(file);
    expect(articles[0]?.title).toBe(
      editionIn(contentFolder({ 'a.md': articleFile(`title: ${JSON.stringify(title.toWellFormed())}`) })).articles[0]
        ?.title,
    );
  });

  test('refers to the schema of the folder, if there is one', () => {
    const { root, file } = create('A title', { 'article.schema.json': '{}' });
    expect(read(root, file)).toMatch(
      /^---\n# yaml-language-server: \$schema=\.\.\/\.\.\/article\.schema\.json\ntitle: /,
    );
  });

  test('prints a note if the globs in the settings do not match its file', () => {
    const { exitCode, message } = create('A title', { 'site.yaml': 'articles: news/*.md' });
    expect(exitCode).toBe(0);
    expect(message).toContain('`articles` in site.yaml does not match it. Add a pattern such as 2026/11/*.md.');
  });
});

describe('no file is written', () => {
  test.each([['2026/11/a-title.md'], ['2026/11/A-Title.markdown'], ['articles/2026/11/a-title.md']])(
    'if %s has the same slug',
    (name) => {
      const { root, exitCode, stderr } = create('A title', { [name]: articleFile() });
      expect(exitCode).toBe(1);
      expect(stderr).toContain(`${name} already exists and is not changed.`);
      expect(read(root, name)).toBe(articleFile());
    },
  );

  test.each(['', ' ', '<b></b>', '\u0007'])('for the title %j', (title) => {
    const { exitCode, stderr, root } = create(title);
    expect([exitCode, stderr]).toEqual([1, 'Expected a title, found no text.\n']);
    expect(existsSync(path.join(root, '2026'))).toBe(false);
  });

  test('for a title that is too long', () => {
    expect(create('x'.repeat(1_000)).exitCode).toBe(0);
    expect(create('x'.repeat(1_001))).toMatchObject({
      exitCode: 1,
      stderr: 'Expected a title of at most 1,000 characters, found more.\n',
    });
  });

  test('if a parent folder is a file', () => {
    const { exitCode, stderr } = create('A title', { '2026': 'a file' });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/2026\/11\/a-title\.md cannot be written: .*\.\n$/);
    expect(stderr).not.toContain('    at ');
  });
});
