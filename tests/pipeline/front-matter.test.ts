import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { maskFrontMatter, maskStray } from '../../src/pipeline/front-matter/secured.ts';
import { formatIssues } from '../../src/pipeline/report.ts';
import { articleFile, articleOf, contentFolder, editionIn, editionOf, outputsOf } from '../support/content-folder.ts';

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
    ['broken YAML', '---\ntitle: T\nexcerpt: "x\n---\n', 'yaml-syntax', 3],
    ['a key given twice', `---\n${fields}\ntitle: U\n---\n`, 'duplicate-key', 5],
    ['a tag that runs code', `---\n${fields}\nx: !!js/function "x"\n---\n`, 'yaml-syntax', 5],
    ['script as front matter', '---js\n{ title: process.exit(1) }\n---\n', 'unknown-fence', 1],
    ['a list', '---\n- a\n- b\n---\n', 'not-a-mapping', 2],
    ['an alias bomb', `---\na: &a [x]\nb: [${'*a, '.repeat(200)}]\n---\n`, 'too-many-aliases', 3],
    ['nesting without end', `---\na: ${'['.repeat(20_000)}\n---\n`, 'too-deep', 2],
  ])('%s', (_, source, code, line) => {
    const { counts, issues } = editionOf({ 'a.md': source, 'b.md': articleFile() });
    expect(issues).toMatchObject([{ file: 'a.md', severity: 'error', code, line }]);
    expect(counts).toMatchObject({ files: 2, articles: 1, rejected: 1 });
  });

  test.each([
    ['bytes that are not UTF-8', new Uint8Array([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0xfe]), 'not-utf-8'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x2d, 0x00]), 'not-utf-8'],
    ['more than 2 MB', `---\n${fields}\n---\n${'x'.repeat(2_000_001)}`, 'too-large'],
  ])('%s', (_, source, code) => {
    expect(editionOf({ 'a.md': source }).issues).toMatchObject([{ severity: 'error', code }]);
  });
});

describe('hostile values are refused, and the others are read all the same', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

  test.each([
    ['a field named __proto__', `---\n${fields}\n__proto__:\n  isDraft: true\n---\n`],
    ['an alias that holds itself', `---\n${fields}\nrelated: &a [*a]\n---\n`],
    ['nesting 3,000 deep, with a fault elsewhere', `---\n${fields}\nquality: x\nx: ${nested(3_000)}\n---\n`],
    ['JSON nested without end', `{"a":${nested(20_000)}}`],
    ['TOML nested without end', `+++\na = ${nested(20_000)}\n+++\n`],
    ['JSON with a key given twice', '{"title":"T","title":"U","date":"2021-01-01","webUrl":"https://a.example/"}'],
    ['TOML with a day that is none', '+++\ntitle = "T"\ndate = 2021-02-30\nwebUrl = "https://a.example/"\n+++\n'],
  ])('%s', (_, source) => {
    const { articles, counts, issues } = editionOf({ 'a.md': source, 'b.md': articleFile() });
    expect(issues).toMatchObject([{ file: 'a.md', severity: 'error', line: expect.any(Number) as number }]);
    expect(counts).toMatchObject({ files: 2, articles: 1, rejected: 1 });
    expect(articles[0]?.file).toBe('b.md');
  });

  test('aliases that stand for more than anyone would write', () => {
    const levels = 'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]}, `.repeat(9)}]`);
    const { issues } = editionOf({ 'a.md': `---\n${fields}\na: &a [x, x]\n${levels.join('\n')}\n---\n` });
    expect(issues).toMatchObject([{ severity: 'error', code: 'hostile-front-matter' }]);
  });
});

describe('`secured` and what is spelt like it never appear', () => {
  const secret = 'q7vXo0sWbOuwwNnnkc2qpJtN1bTCarSPPTKLEZf6FAN22nc737ss';
  const dateless = 'title: T\nwebUrl: https://a.example/';

  test.each([
    ['as a field', `---\n${fields}\nsecured: "${secret}"\n---\n`],
    ['misspelt', `---\n${fields}\nsecurd: "${secret}"\n---\n`],
    [
      'in provider and related stories',
      `---\n${fields}\nprovider:\n  name: N\n  secured: "${secret}"\nrelated:\n  - title: R\n    publishedDateTime: 2021-01-01\n    webUrl: https://r.example/\n    secured: "${secret}"\n---\n`,
    ],
    ['with an open quote', `---\n${fields}\nsecured: "${secret}\n---\n`],
    ['with colons', `---\n${fields}\nsecured: ${secret}: x: y\n---\n`],
    ['with a tag that runs code', `---\n${fields}\nsecured: !!js/function ${secret}\n---\n`],
    ['as the name of an anchor', `---\n${fields}\nsecured: &${secret} x\nb: *${secret}x\n---\n`],
    ['as a tag', `---\n${fields}\nsecured: !${secret}\n---\n`],
    ['as a tag of a broken key', `---\n${fields}\nsec: !${secret}"\n---\n`],
    ['as the end of an alias', `---\n${fields}\n- secured: *s"${secret}"\n---\n`],
    ['without its colon', `---\n${fields}\nsecurd ${secret}\n---\n`],
    ['through an alias', `---\nsecured: &s "${secret}"\n${fields.replace('title: T', 'title: *s')}\n---\n`],
    [
      'through an alias on a line of its own',
      `---\nsecured:\n  &s "${secret}"\n${fields.replace('title: T', 'title: *s')}\n---\n`,
    ],
    [
      'through an alias in a collection',
      `---\nx: { secured: &s "${secret}" }\n${fields.replace('title: T', 'title: *s')}\n---\n`,
    ],
    ['through an alias of a mapping', `---\nsecured: &s { name: "${secret}" }\n${fields}\nprovider: *s\n---\n`],
    ['through an alias as a key', `---\nsecured:\n  &s "${secret}"\n${fields}\nrelated:\n  - *s : x\n---\n`],
    ['swallowed by a block', `---\n${fields}\nexcerpt: |\n  text\n  secured: "${secret}"\n---\n`],
    ['swallowed by an open quote', `---\ntitle: "T\nsecured: "${secret}"\n---\n`],
    ['swallowed by a bad value', `---\n${dateless}\npublishedDateTime: 2021-01-01\n  securd "${secret}"\n---\n`],
    ['after a fence that came too early', `---\n${fields}\n---\n\nsecured: "${secret}"\n---\n`],
    ['below such a fence, on a line of its own', `---\n${fields}\n---\n\nsecured:\n  "${secret}"\n---\n`],
    ['below such a fence, misspelt and broken', `---\n${fields}\n---\n\nsecurd:@ "q ${secret}"\n---\n`],
    ['in broken JSON', `{"title": "T", "secured": "${secret}" "x"}`],
    ['in broken TOML', `+++\ntitle = "T"\nsecured = "${secret}\n+++\n`],
    ['in JSON', `{"title": "T", "date": "2021-01-01", "webUrl": "https://a.example/", "secured": "${secret}"}`],
  ])('%s', (_, source) => {
    const built = editionOf({ 'a.md': source, 'b.md': articleFile() });
    expect(built.counts.files).toBe(2);
    const written = [...outputsOf(built).values()];
    const said = [JSON.stringify(built.issues), formatIssues(built.issues)];
    expect([...written, ...said].join('\n')).not.toContain(secret.slice(0, 24));
  });
});

test('the word itself, and what follows it in a sentence, stay', () => {
  const said =
    'It was secured counterrevolutionary-supporters say, secured https://x.example/wiki/A_Secured_Loan_of_2020';
  const { article } = articleOf(`excerpt: ${said}`, `Secured: ${said}.`);
  expect(article?.excerpt).toBe(said);
  expect(JSON.stringify(article?.body)).toContain('counterrevolutionary-supporters');
});

test('takes out ciphertext in time that grows with its length', () => {
  const started = performance.now();
  maskStray(`secured${' '.repeat(500_000)}x`);
  maskFrontMatter(`secured${' '.repeat(500_000)}x\n${'-'.repeat(500_000)}\n${'secured '.repeat(50_000)}`);
  expect(performance.now() - started).toBeLessThan(5_000);
});

test.each([
  ['YAML', `---\n${fields}\nimages:\n${'  - { url: "" }\n'.repeat(30_000)}---\n`, 30_005],
  [
    'JSON on one line',
    `{"title":"T","date":"2021-01-01","link":"https://a.example/","images":[${'{},'.repeat(29_999)}{}]}`,
    1,
  ],
  [
    'TOML',
    `+++\ntitle = "T"\ndate = 2021-01-01\nlink = "https://a.example/"\nimages = [\n${'{},\n'.repeat(30_000)}]\n+++\n`,
    30_005,
  ],
])('finds the places of thousands of faults in time that grows with their number: %s', (_, source, line) => {
  const started = performance.now();
  const { issues } = editionOf({ 'a.md': source });
  expect(issues).toHaveLength(30_000);
  expect(issues.at(-1)).toMatchObject({ field: 'images[29999]', line });
  expect(performance.now() - started).toBeLessThan(10_000);
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
