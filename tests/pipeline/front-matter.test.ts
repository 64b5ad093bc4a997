import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleFile, contentFolder, editionIn, editionOf } from '../support/content-folder.ts';

const title = (source: string | Uint8Array): string | undefined => editionOf({ 'a.md': source }).articles[0]?.title;
const fields = 'title: T\npublishedDateTime: 2021-01-01\nwebUrl: https://a.example/';

describe('formats', () => {
  test('YAML with CRLF, a byte order mark and no line at the end', () => {
    expect(title(`\ufeff---\r\n${fields.replaceAll('\n', '\r\n')}\r\n---`)).toBe('T');
  });

  test('TOML', () => {
    expect(
      title('+++\ntitle = "T"\npublishedDateTime = 2021-01-01T10:00:00Z\nwebUrl = "https://a.example/"\n+++\n'),
    ).toBe('T');
  });

  test('JSON', () => {
    expect(title('{"title": "T } {", "date": "2021-01-01", "webUrl": "https://a.example/"}\nBody.')).toBe('T } {');
  });
});

describe('what cannot be read is refused in words, with its line', () => {
  test.each([
    ['no front matter', 'Just text.', 'no-front-matter', 1],
    ['an unclosed fence', '---\ntitle: T\n', 'unclosed-front-matter', 1],
    ['broken YAML', '---\ntitle: T\nexcerpt: "x\n---\n', 'yaml-syntax', 4],
    ['a key given twice', `---\n${fields}\ntitle: U\n---\n`, 'yaml-syntax', 5],
    ['a tag that runs code', `---\n${fields}\nx: !!js/function "x"\n---\n`, 'yaml-syntax', 5],
    ['script as front matter', '---js\n{ title: process.exit(1) }\n---\n', 'unknown-fence', 1],
    ['a list', '---\n- a\n- b\n---\n', 'not-a-mapping', 2],
    ['an alias bomb', `---\na: &a [x]\nb: [${'*a, '.repeat(200)}]\n---\n`, 'too-many-aliases', 2],
    ['nesting without end', `---\na: ${'['.repeat(20_000)}\n---\n`, 'yaml-syntax', 2],
  ])('%s', (_, source, code, line) => {
    const { counts, issues } = editionOf({ 'a.md': source, 'b.md': articleFile() });
    expect(issues).toMatchObject([{ file: 'a.md', severity: 'error', code, line }]);
    expect(counts).toMatchObject({ files: 2, articles: 1, rejected: 1 });
  });

  test.each([
    ['bytes that are not UTF-8', new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]), 'not-utf-8'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x2d, 0x00]), 'not-text'],
    ['more than 2 MB', `---\n${fields}\n---\n${'x'.repeat(2_000_001)}`, 'too-large'],
  ])('%s', (_, source, code) => {
    expect(editionOf({ 'a.md': source }).issues).toMatchObject([{ severity: 'error', code }]);
  });
});

test('`__proto__` is a name like any other', () => {
  const { articles } = editionOf({ 'a.md': `---\n${fields}\n__proto__:\n  isDraft: true\n---\n` });
  expect(articles[0]?.isDraft).toBeUndefined();
});

test('`secured` and what is spelt like it never appear, not even when the fault is in that very line', () => {
  const secret = 'q7vXo0sWbOuwwNnnkc2qpJtN1bTCarSPPTKLEZf6FAN22nc737ss';
  const sources = [
    `---\n${fields}\nsecured: "${secret}"\n---\n`,
    `---\n${fields}\nsecurd: "${secret}"\n---\n`,
    `---\n${fields}\nsecured: "${secret}\n---\n`,
    `---\n${fields}\nsecured: ${secret}: x: y\n---\n`,
    `---\n${fields}\nsecured: !!js/function ${secret}\n---\n`,
    `---\n${fields}\nsecured: &${secret} x\nb: *${secret}x\n---\n`,
    `---\n${fields}\nprovider:\n  name: N\n  secured: "${secret}"\nrelated:\n  - title: R\n    publishedDateTime: 2021-01-01\n    webUrl: https://r.example/\n    secured: "${secret}"\n---\n`,
  ];
  const built = editionOf(Object.fromEntries(sources.map((source, index) => [`${index}.md`, source])));
  expect(JSON.stringify({ ...built, settings: null })).not.toContain(secret.slice(0, 24));
});

describe('which files', () => {
  test('all Markdown files but those of the folder itself', () => {
    const { articles } = editionOf({
      'README.md': articleFile('webUrl: https://x.example/1'),
      'topics/a.md': articleFile('webUrl: https://x.example/2'),
      '.hidden/a.md': articleFile('webUrl: https://x.example/3'),
      '2021/a.md': articleFile('webUrl: https://x.example/4'),
      'b.markdown': articleFile('webUrl: https://x.example/5'),
      'c.txt': 'no',
      'deep/README.md': articleFile('webUrl: https://x.example/6'),
    });
    expect(articles.map(({ slug }) => slug)).toEqual(['2021/a', 'b', 'deep/README']);
  });

  test("only `_news` and `_posts` in one of the ancestor's repositories, whose configuration is read", () => {
    const { articles, settings } = editionOf({
      '_config.yml': 'title: Old paper\nurl: https://old.example\nbaseurl: /election\nlocale: en-us\nplugins: [x]\n',
      '_news/a.md': articleFile(),
      'about.md': articleFile(),
    });
    expect(articles.map(({ slug }) => slug)).toEqual(['a']);
    expect(settings.site).toMatchObject({ title: 'Old paper', basePath: '/election/', language: 'en-US' });
  });

  test('a folder named like a file is a folder, and links out of the root are not followed', () => {
    const outside = contentFolder({ 'secret.md': articleFile() });
    const root = contentFolder({ 'x.md/inner.md': articleFile() });
    symlinkSync(outside, path.join(root, 'link'));
    symlinkSync(root, path.join(root, 'loop'));
    expect(editionIn(root).articles.map(({ slug }) => slug)).toEqual(['x.md/inner']);
  });
});
