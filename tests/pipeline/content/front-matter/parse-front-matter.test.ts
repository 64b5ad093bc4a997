import { describe, expect, test, vi } from 'vitest';
import { parseDocument } from 'yaml';
import { findTomlKeys } from '../../../../src/pipeline/content/front-matter/toml/find-toml-keys.ts';
import { redactFrontMatter, redactStray } from '../../../../src/pipeline/diagnostics/redact-secrets.ts';
import { formatDiagnostics } from '../../../../src/pipeline/diagnostics/report.ts';
import { articleFile, articleOf, editionOf, outputsOf } from '../../../support/content-folder.ts';
import { withTimeLimit } from '../../../support/time-limits.ts';

// Counts how often a file is parsed with locations.
vi.mock('yaml', async (load) => {
  const yaml = await load<{ parseDocument: typeof parseDocument }>();
  return { ...yaml, parseDocument: vi.fn<typeof parseDocument>(yaml.parseDocument) };
});
vi.mock('../../../../src/pipeline/content/front-matter/toml/find-toml-keys.ts', { spy: true });

const title = (source: string | Uint8Array): string | undefined => editionOf({ 'a.md': source }).articles[0]?.title;
const fields = 'title: T\npublishedDateTime: 2021-01-01\nwebUrl: https://a.example/';

describe('formats', () => {
  test('YAML', () => {
    expect(title(`---\n${fields}\n---\n`)).toBe('T');
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

describe('`secured` and its misspellings never appear', () => {
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
    ['inside a block scalar', `---\n${fields}\nexcerpt: |\n  text\n  secured: "${secret}"\n---\n`],
    ['inside an unclosed quote', `---\ntitle: "T\nsecured: "${secret}"\n---\n`],
    ['inside an invalid value', `---\n${dateless}\npublishedDateTime: 2021-01-01\n  securd "${secret}"\n---\n`],
    ['after an early closing fence', `---\n${fields}\n---\n\nsecured: "${secret}"\n---\n`],
    ['after an early closing fence, on its own line', `---\n${fields}\n---\n\nsecured:\n  "${secret}"\n---\n`],
    ['after an early closing fence, misspelt and broken', `---\n${fields}\n---\n\nsecurd:@ "q ${secret}"\n---\n`],
    [
      'after JSON that ends too early',
      `{"title":"T","date":"2021-01-01","link":"https://a.example/"}],"_secured":"${secret}"}`,
    ],
    ['in broken JSON', `{"title": "T", "secured": "${secret}" "x"}`],
    [
      'next to an invalid value on the same line',
      `{"title": "T", "date": "2021-01-01", "quality": "x", "secured": "${secret}"}`,
    ],
    [
      'in lower case next to an invalid value on the same line',
      `{"title": "T", "date": "2021-01-01", "quality": "x", "securd": "${secret.toLowerCase()}"}`,
    ],
    ['in broken TOML', `+++\ntitle = "T"\nsecured = "${secret}\n+++\n`],
    ['in JSON', `{"title": "T", "date": "2021-01-01", "webUrl": "https://a.example/", "secured": "${secret}"}`],
  ])('%s', (_, source) => {
    const built = editionOf({ 'a.md': source, 'b.md': articleFile() });
    expect(built.counts.files).toBe(2);
    const written = [...outputsOf(built).values()];
    const printed = [JSON.stringify(built.diagnostics), formatDiagnostics(built.diagnostics)];
    expect([...written, ...printed].join('\n').toLowerCase()).not.toContain(secret.slice(0, 24).toLowerCase());
  });
});

test('the word "secured" and the text after it are kept', () => {
  const sentence =
    'It was secured counterrevolutionary-supporters say, secured https://x.example/wiki/A_Secured_Loan_of_2020';
  const { article } = articleOf(`excerpt: ${sentence}`, `Secured: ${sentence}.`);
  expect(article?.excerpt).toBe(sentence);
  expect(JSON.stringify(article?.body)).toContain('counterrevolutionary-supporters');
});

test.each([
  ['spaces', `secured${' '.repeat(500_000)}x`],
  ['hyphens', '-'.repeat(500_000)],
  ['the word itself', 'secured '.repeat(50_000)],
])('long text without ciphertext is not changed: %s', (_, text) => {
  expect(withTimeLimit(() => redactStray(text), 5) === text).toBe(true);
  expect(withTimeLimit(() => redactFrontMatter(text), 5) === text).toBe(true);
});

test.each([
  ['YAML', `---\n${fields}\nimages:\n${'  - { url: "" }\n'.repeat(30_000)}---\n`, 30_005, 1],
  [
    'JSON on one line',
    `{"title":"T","date":"2021-01-01","link":"https://a.example/","images":[${'{},'.repeat(29_999)}{}]}`,
    1,
    1,
  ],
  [
    'TOML',
    `+++\ntitle = "T"\ndate = 2021-01-01\nlink = "https://a.example/"\nimages = [\n${'{},\n'.repeat(30_000)}]\n+++\n`,
    30_005,
    2,
  ],
])('locates thousands of diagnostics without parsing the file more often: %s', (_, source, line, parses) => {
  const parsers = [vi.mocked(parseDocument), vi.mocked(findTomlKeys)];
  for (const parser of parsers) parser.mockClear();
  const { diagnostics } = withTimeLimit(() => editionOf({ 'a.md': source }));
  expect(diagnostics).toHaveLength(30_000);
  expect(diagnostics.at(-1)).toMatchObject({ field: 'images[29999]', line });
  const calls = parsers.flatMap(({ mock }): unknown[] => mock.calls);
  expect(calls).toHaveLength(parses);
});

describe('article files', () => {
  test('are all Markdown files except those about the repository', () => {
    const { articles } = editionOf({
      'README.md': articleFile('webUrl: https://x.example/1'),
      'topics/a.md': articleFile('webUrl: https://x.example/2'),
      '.hidden/a.md': articleFile('webUrl: https://x.example/3'),
      '2021/a.md': articleFile('webUrl: https://x.example/4'),
      'b.markdown': articleFile('webUrl: https://x.example/5'),
      'c.txt': 'no',
      'deep/README.md': articleFile('webUrl: https://x.example/6'),
    });
    expect(articles.map(({ slug }) => slug)).toEqual(['2021/a', 'b']);
  });

  test('are only those in `_news` and `_posts` in a legacy folder, whose configuration is read', () => {
    const { articles, settings } = editionOf({
      '_config.yml': 'title: Old paper\nurl: https://old.example\nbaseurl: /election\nlocale: en-us\nplugins: [x]\n',
      '_news/a.md': articleFile(),
      'about.md': articleFile(),
    });
    expect(articles.map(({ slug }) => slug)).toEqual(['a']);
    expect(settings.site).toMatchObject({ title: 'Old paper', basePath: '/election/', language: 'en-US' });
  });
});
