import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { articlePath } from '../../../src/model/addresses/permalinks.ts';
import { buildTopicTree } from '../../../src/pipeline/edition/build-topic-tree.ts';
import {
  articleFile,
  articleOf,
  contentFolder,
  editionIn,
  editionOf,
  type Files,
  outputPaths,
} from '../../support/content-folder.ts';
import { countLookups } from '../../support/count-lookups.ts';
import { withTimeLimit } from '../../support/time-limits.ts';

/* Odd and hostile content. */

const fields = 'title: T\npublishedDateTime: 2021-01-01\nwebUrl: https://a.example/';
const neighbour = { 'b.md': articleFile('webUrl: https://b.example/') };

/** Expects that a file is rejected with one error, and that the other file is built. Returns the error. */
function expectRejected(source: string | Uint8Array) {
  const { articles, counts, diagnostics } = withTimeLimit(() => editionOf({ 'a.md': source, ...neighbour }));
  expect(articles.map(({ file }) => file)).toEqual(['b.md']);
  expect(counts).toMatchObject({ files: 2, articles: 1, rejected: 1 });
  expect(diagnostics).toMatchObject([
    { file: 'a.md', severity: 'error', message: expect.stringMatching(/\.$/) as string },
  ]);
  return diagnostics[0];
}

const yaml = (lines: string): string => `---\n${fields}\n${lines}\n---\n`;
const toml = (lines: string): string =>
  `+++\ntitle = "T"\ndate = 2021-01-01\nlink = "https://a.example/"\n${lines}\n+++\n`;
const json = (fields: string): string =>
  `{"title":"T","date":"2021-01-01",\n"link":"https://a.example/",\n${fields}}\n`;
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

describe('front matter that cannot be parsed is rejected with a message and a location', () => {
  test.each([
    ['no front matter', 'Just text.', 'no-front-matter', 1, 1],
    ['an empty file', '', 'no-front-matter', 1, 1],
    ['an unclosed fence', '---\ntitle: T\n', 'unclosed-front-matter', 1, 1],
    ['an unclosed quote', '---\ntitle: T\nexcerpt: "x\n---\n', 'yaml-syntax', 3, 10],
    ['a list', '---\n- a\n- b\n---\n', 'not-a-mapping', 2, 1],
    ['a second document', `---\n${fields}\n--- x\ntitle: U\n---\n`, 'yaml-syntax', 6, 6],
    ['a key given twice in YAML', yaml('title: U'), 'duplicate-key', 5, 1],
    ['a key given twice in JSON', json('"title":"U"'), 'duplicate-key', 3, 1],
    ['a key given twice in TOML', toml('title = "U"'), 'duplicate-key', 5, 1],
    // Its parser gives no data, so the file cannot be read without that key.
    ['a key of another program given twice in TOML', toml('mood = "x"\nmood = "y"'), 'duplicate-key', 6, 1],
    ['script as front matter', '---js\n{ title: process.exit(1) }\n---\n', 'unknown-fence', 1, 1],
    ['a tag that runs code', yaml('x: !!js/function "process.exit(1)"'), 'yaml-syntax', 5, 4],
    ['a tag that makes an object', yaml('x: !!python/object/apply:os.system ["true"]'), 'yaml-syntax', 5, 4],
    [
      'a day that does not exist in TOML',
      '+++\ntitle = "T"\ndate = 2021-02-30\nlink = "https://a.example/"\n+++\n',
      'bad-required-field',
      3,
      8,
    ],
    [
      'a day that does not exist in YAML',
      '---\ntitle: T\ndate: 2021-02-30\nlink: https://a.example/\n---\n',
      'bad-required-field',
      3,
      7,
    ],
  ])('%s', (_, source, code, line, column) => {
    expect(expectRejected(source)).toMatchObject({ code, line, column });
  });
});

describe('bytes', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));

  test.each([
    ['that are not UTF-8', bytes('---\ntitle: Gr', [0xfc], 'n\n---\n'), 'not-utf-8', 2, 10],
    ['of a character cut in two', bytes('---\ntitle: Gr', [0xc3], '\n---\n'), 'not-utf-8', 2, 10],
    ['of half a surrogate pair', bytes('---\r\ntitle: ', [0xed, 0xa0, 0xbd], '\n---\n'), 'not-utf-8', 2, 8],
    ['UTF-16, little-endian', Buffer.from(`\ufeff${articleFile()}`, 'utf16le'), 'not-utf-8', 1, 1],
    ['UTF-16, big-endian', Buffer.from(`\ufeff${articleFile()}`, 'utf16le').swap16(), 'not-utf-8', 1, 1],
    ['UTF-16 without a byte order mark', Buffer.from(articleFile(), 'utf16le'), 'not-text', 1, 2],
    ['NUL', bytes('---\ntitle: T\n---\nOne', [0], 'two\n'), 'not-text', 4, 4],
    ['more than 2 MB', bytes(yaml(''), 'x'.repeat(2_000_001)), 'too-large', 1, 1],
  ])('%s', (_, source, code, line, column) => {
    expect(expectRejected(source)).toMatchObject({ code, line, column });
  });

  test.each([
    ['a byte order mark', `\ufeff${yaml('quality: x')}`, 5],
    ['two of them', `\ufeff\ufeff${yaml('quality: x')}`, 5],
    ['CRLF', yaml('quality: x').replaceAll('\n', '\r\n'), 5],
    ['CR alone', yaml('quality: x').replaceAll('\n', '\r'), 5],
    [
      'all three line ends',
      '---\rtitle: T\r\npublishedDateTime: 2021-01-01\nwebUrl: https://a.example/\r\rquality: x\r\n---\r',
      6,
    ],
    ['no line at the end', yaml('quality: x').trimEnd(), 5],
    ['a byte order mark and CRLF in JSON', `\ufeff${json('"quality":"x"').replaceAll('\n', '\r\n')}`, 3],
    ['CR alone in JSON', json('"quality":"x"').replaceAll('\n', '\r'), 3],
    ['a byte order mark and CRLF in TOML', `\ufeff${toml('quality = "x"').replaceAll('\n', '\r\n')}`, 5],
    ['CR alone in TOML', toml('quality = "x"').replaceAll('\n', '\r'), 5],
  ])('%s is valid, and lines are counted the same way', (_, source, line) => {
    const { articles, diagnostics } = editionOf({ 'a.md': source });
    expect(articles).toMatchObject([{ title: 'T' }]);
    expect(diagnostics).toMatchObject([{ field: 'quality', line, code: 'not-a-number' }]);
  });

  test('lines that end in CR alone are counted in the body too', () => {
    const { diagnostics } = editionOf({
      'a.md': `${yaml('').trimEnd()}\n\nOne\r\rTwo ![p](none.png)`.replaceAll('\n', '\r'),
    });
    expect(diagnostics).toMatchObject([{ code: 'bad-local-image', line: 10, column: 5 }]);
  });
});

describe('deep nesting is rejected', () => {
  const DEEP = 20_000;
  const indented = Array.from({ length: 1_900 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
  const dashes = Array.from({ length: 1_900 }, (_, level) => `${' '.repeat(level)}-`).join('\n');

  test.each([
    ['lists in brackets', yaml(`a: ${nested(DEEP)}`)],
    ['unclosed brackets', yaml(`a: ${'['.repeat(DEEP)}`)],
    ['braces', yaml(`a: ${'{a: '.repeat(DEEP)}${'}'.repeat(DEEP)}`)],
    ['list markers on one line', yaml(`a:\n  ${'- '.repeat(DEEP)}x`)],
    ['key markers on one line', yaml(`${'? '.repeat(DEEP)}x`)],
    ['indented fields', yaml(indented)],
    ['indented lists', yaml(`a:\n${dashes}`)],
    ['nesting of 101, more than any file has', yaml(`a: ${nested(101)}`)],
    ['nesting of 3,000, with another error', yaml(`quality: x\na: ${nested(3_000)}`)],
    ['lists in JSON', json(`"a":${nested(DEEP)}`)],
    ['fields in JSON', json(`"a":${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`)],
    ['lists in TOML', toml(`a = ${nested(DEEP)}`)],
    ['tables in TOML', toml(`[${'a.'.repeat(DEEP)}a]`)],
    ['fields in TOML', toml(`${'a.'.repeat(DEEP)}a = 1`)],
    ['tables in TOML on one line', toml(`a = ${'{a='.repeat(DEEP)}1${'}'.repeat(DEEP)}`)],
  ])('%s', (_, source) => {
    expect(expectRejected(source)).toMatchObject({
      code: expect.stringMatching(/^(too-deep|hostile-front-matter)$/) as string,
    });
  });
});

describe('small input that expands', () => {
  test('an alias bomb', () => {
    const source = `---\na: &a [x]\nb: [${'*a, '.repeat(200)}]\n---\n`;
    expect(expectRejected(source)).toMatchObject({ code: 'too-many-aliases', line: 3 });
  });

  test('aliases of aliases, few but growing ninefold', () => {
    const levels = 'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]}, `.repeat(9)}]`);
    expect(expectRejected(yaml(`a: &a [x, x]\n${levels.join('\n')}`))).toMatchObject({
      code: 'hostile-front-matter',
      line: 13,
    });
  });

  test('an alias that contains itself', () => {
    expect(expectRejected(yaml('related: &a [*a]'))).toMatchObject({ code: 'hostile-front-matter', line: 5 });
  });

  test('an anchor on a key and one alias are valid', () => {
    const source = yaml('excerpt: *t').replace('title: T', '&k title: &t Words');
    const { articles, diagnostics } = editionOf({ 'a.md': source });
    expect(articles).toMatchObject([{ title: 'Words', excerpt: 'Words' }]);
    expect(diagnostics).toEqual([]);
  });

  test('a merge key merges nothing', () => {
    const { article, diagnostics } = articleOf('x: &x { title: Merged, secured: a }\n<<: *x');
    expect(article?.title).toBe('A title');
    expect(diagnostics.map(({ code, field }) => [code, field])).toEqual([
      ['unread-field', 'x'],
      ['unread-field', '<<'],
    ]);
  });
});

describe('names of JavaScript properties', () => {
  test.each([
    ['YAML', yaml('__proto__:\n  isDraft: true')],
    ['a deep field of YAML', yaml('provider: { name: P, __proto__: { domain: p.example } }')],
    ['YAML, in quotes with an escape', yaml('"\\u005f_proto__": { isDraft: true }')],
    ['JSON', json('"__proto__":{"isDraft":true}')],
    ['TOML', toml('[__proto__]\nisDraft = true')],
  ])('`__proto__` in %s is rejected', (_, source) => {
    expect(expectRejected(source)).toMatchObject({ code: 'hostile-front-matter' });
    expect(Object.hasOwn(Object.prototype, 'isDraft')).toBe(false);
  });

  test.each([
    'constructor: x\ntoString: x\nvalueOf: x\nhasOwnProperty: x',
    'provider: { name: P, domain: { toString: x } }',
    'provider: { name: { toString: x }, domain: [{ toString: x }] }',
    'topics: [{ toString: x }]\nquality: { valueOf: 1 }\nimages: [{ url: { toString: x } }]\nrelated: [{ title: { toString: x } }]',
  ])('%s', (lines) => {
    expect(articleOf(lines).article?.title).toBe('A title');
  });

  test('are handled in the settings too', () => {
    const site =
      'address: { toString: x }\naccent: [{ toString: x }]\nremoteImages: toString\npages: { toString: x }\n';
    const { articles, diagnostics, settings } = editionOf({ 'site.yaml': site, ...neighbour });
    expect(articles).toHaveLength(1);
    expect(settings.remoteImages).toBe(true);
    expect(diagnostics.map(({ field, line }) => [field, line])).toEqual([
      ['address', 1],
      ['accent', 2],
      ['remoteImages', 3],
      ['pages', 4],
    ]);
  });
});

describe('large input', () => {
  test('33,000 nested tags in an excerpt', () => {
    const { article } = withTimeLimit(() => articleOf(`excerpt: ${'<b>'.repeat(33_000)}Words${'</b>'.repeat(33_000)}`));
    expect(article?.excerpt).toBe('Words');
  });

  test('thousands of related stories', () => {
    const one = (index: number): string =>
      `  - { title: R, publishedDateTime: 2021-01-01, webUrl: "https://r.example/${index % 3_000}" }`;
    const lines = `related:\n${Array.from({ length: 6_000 }, (_, index) => one(index)).join('\n')}`;
    const { article, diagnostics } = withTimeLimit(() => articleOf(lines));
    expect(article?.related).toHaveLength(24);
    expect(diagnostics).toMatchObject([{ code: 'cut', field: 'related[24]', line: 30 }]);
  });

  test('thousands of invalid related stories', () => {
    const { article, diagnostics } = withTimeLimit(() => articleOf(`related:\n${'  - x\n'.repeat(5_000)}`));
    expect(article?.related).toEqual([]);
    expect(diagnostics).toHaveLength(5_000);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'bad-related-story', field: 'related[4999]', line: 5_005 });
  });

  test('10,000 images', () => {
    const images = Array.from({ length: 10_000 }, (_, index) => `  - https://i.example/${index}.png`).join('\n');
    const { article, diagnostics } = withTimeLimit(() => articleOf(`images:\n${images}`));
    expect(article?.images).toHaveLength(16);
    expect(diagnostics).toMatchObject([{ code: 'cut', field: 'images[16]', line: 22 }]);
  });

  test('10,000 diagnostics on one line', () => {
    const { diagnostics } = withTimeLimit(() => articleOf(`images: [${'none.png, '.repeat(10_000)}]`));
    expect(diagnostics).toHaveLength(10_000);
    expect(diagnostics.at(-1)).toMatchObject({ field: 'images[9999]', line: 5, column: 100_000 });
  });

  test('30,000 topics in one file', () => {
    const topics = Array.from({ length: 30_000 }, (_, index) => `T${index}`).join(', ');
    const { article, diagnostics } = withTimeLimit(() => articleOf(`topics: [${topics}]`));
    expect(article?.topics).toHaveLength(32);
    expect(diagnostics).toMatchObject([{ code: 'cut', field: 'topics[32]', line: 5 }]);
  });

  test('thousands of duplicate fields', () => {
    const { diagnostics } = withTimeLimit(() => editionOf({ 'a.md': yaml('a: b\n'.repeat(20_000)), ...neighbour }));
    expect(diagnostics).toHaveLength(19_999);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'duplicate-key', line: 20_004, column: 1 });
  });

  test('100,000 fields', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => `field${index}: x`).join('\n');
    const { article, diagnostics } = withTimeLimit(() => articleOf(`${lines}\nquality: x`));
    expect(article?.title).toBe('A title');
    expect(diagnostics.filter(({ code }) => code !== 'unread-field')).toMatchObject([
      { field: 'quality', line: 100_005 },
    ]);
    expect(diagnostics).toHaveLength(101);
  });

  test('front matter of 2 MB on one line', () => {
    const { article, diagnostics } = withTimeLimit(() => articleOf(`excerpt: ${'word '.repeat(390_000)}end`));
    expect(article?.excerpt).toHaveLength(10_000);
    expect(diagnostics).toMatchObject([{ code: 'cut', field: 'excerpt', line: 5, column: 10 }]);
  });

  test('a title of 600 characters is not cut', () => {
    const title = 'Council '.repeat(75).trim();
    expect(articleOf(`title: ${title}`).article?.title).toBe(title);
    expect(articleOf(`title: ${'字'.repeat(600)}`).article?.title).toBe('字'.repeat(600));
  });

  test('numbers that are too large are dropped', () => {
    const { article, diagnostics } = articleOf(
      `quality: 1e999\nheat: ${'9'.repeat(400)}\nimages: [{ url: https://i.example/1.png, width: 1e300 }]`,
    );
    expect(article).not.toHaveProperty('quality');
    expect(article).not.toHaveProperty('heat');
    expect(article?.image).toEqual({ url: 'https://i.example/1.png' });
    expect(diagnostics.map(({ field, line }) => [field, line])).toEqual([
      ['quality', 5],
      ['heat', 6],
      ['images[0].width', 7],
    ]);
  });

  test('a million digits that are not a number', () => {
    const { diagnostics } = withTimeLimit(() => articleOf(`quality: ${'9'.repeat(1_000_000)}x`));
    expect(diagnostics).toMatchObject([{ field: 'quality', code: 'not-a-number' }]);
  });

  test('100,000 warnings about one file', () => {
    const { article, diagnostics } = withTimeLimit(() =>
      articleOf(`topics: [${'{},'.repeat(100_000)}]\nupdated: soon`),
    );
    expect(article?.title).toBe('A title');
    expect(diagnostics.length).toBeLessThan(50_010);
    expect(diagnostics[0]).toMatchObject({ code: 'cut', message: expect.stringContaining('left out') as string });
  });

  test('digits may be grouped, and keep their spelling where text is expected', () => {
    expect(articleOf('title: 1_000\nquality: 1_000').article).toMatchObject({ title: '1_000', quality: 1000 });
    const { articles } = editionOf({ 'a.md': toml('quality = 1_000\ncategory = 0x1F').replace('"T"', '1_000') });
    expect(articles).toMatchObject([{ title: '1_000', quality: 1000, category: '0x1F' }]);
  });
});

describe('bodies', () => {
  test.each([
    ['quotes', '> '.repeat(20_000)],
    ['lists', '- '.repeat(20_000)],
    ['numbered lists', '1. '.repeat(20_000)],
    ['brackets', nested(20_000)],
    ['emphasis', `${'*a **b '.repeat(10_000)}${'c** d* '.repeat(10_000)}`],
    ['images', `${'!['.repeat(20_000)}${'](a)'.repeat(20_000)}`],
  ])('20,000 nested %s are plain text', (_, body) => {
    const { article, diagnostics } = withTimeLimit(() => articleOf('', `${body}\n\nLast words.`));
    expect(article?.body?.at(-1)).toEqual({ tag: 'p', children: ['Last words.'] });
    expect(diagnostics.find(({ code }) => code === 'plain-text')).toMatchObject({
      severity: 'warning',
      line: 6,
      field: 'body',
    });
  });

  test('2 MB of words are one paragraph', () => {
    const { article, diagnostics } = withTimeLimit(() => articleOf('', 'Words and words. '.repeat(115_000)));
    expect(article?.body).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(['cut', 'plain-text']);
  });
});

describe('bidi tricks and invisible characters', () => {
  test.each([
    ['overrides', '"\\u202Egnp.exe\\u202C"', 'gnp.exe'],
    ['isolates', '"a\\u2066b\\u2067c\\u2068d\\u2069"', 'abcd'],
    ['overrides as themselves', 'a\u202eb\u202dc', 'abc'],
    ['overrides as entities', 'a&#x202E;b&#8238;c', 'abc'],
    ['controls as entities', 'a&#7;b&#x1b;[31mc&#x9b;d', 'ab[31mc›d'],
    ['NUL as an entity', 'a&#0;b', 'a\ufffdb'],
    ['an entity of an entity is decoded once', 'a&amp;#x202E;b', 'a&#x202E;b'],
    ['half a surrogate pair', '"a\\ud83db"', 'a\ufffdb'],
    ['a byte order mark inside', '"a\\ufeffb"', 'ab'],
    ['LRM and RLM are kept', '"\\u200EC\\u200F++"', '\u200eC\u200f++'],
    ['the joiner of emoji is kept', '👩‍👩‍👧 家', '👩\u200d👩\u200d👧 家'],
    ['the non-joiner of Persian is kept', 'می‌خواهم', 'می\u200cخواهم'],
  ])('%s', (_, source, title) => {
    expect(articleOf(`title: ${source}`).article?.title).toBe(title);
  });

  test('are escaped in messages', () => {
    const { diagnostics } = articleOf('quality: "\\u202Egpj\\u202C"');
    expect(diagnostics[0]?.message).toBe('Expected a number, found `\\u202egpj\\u202c`.');
  });
});

describe('all scripts work in titles, topics and file names', () => {
  test.each([
    ['Arabic', 'القاهرة', 'القاهرة'],
    ['Persian, with a non-joiner', 'خانه\u200cها', 'خانه-ها'],
    ['Hebrew, with points', 'שָׁלוֹם', 'שָׁלוֹם'],
    ['Devanagari', 'हिन्दी', 'हिन्दी'],
    ['Bengali', 'বাংলা', 'বাংলা'],
    ['Tamil', 'தமிழ்', 'தமிழ்'],
    ['Thai', 'กรุงเทพมหานคร', 'กรุงเทพมหานคร'],
    ['Tibetan', 'བོད་སྐད', 'བོད-སྐད'],
    ['Han', '香港新聞', '香港新聞'],
    ['Han beyond the first plane', '𠮷野家', '𠮷野家'],
    ['Kana', 'ニュース', 'ニュース'],
    ['Hangul', '서울', '서울'],
    ['Georgian', 'თბილისი', 'თბილისი'],
    ['Armenian', 'Երևան', 'երևան'],
    ['Greek', 'Αθήνα', 'αθήνα'],
    ['Cyrillic', 'Ёлка', 'ёлка'],
    ['Cherokee', 'ᏣᎳᎩ', 'ꮳꮃꭹ'],
    ['Amharic', 'አዲስ', 'አዲስ'],
    ['Mongolian', 'ᠮᠣᠩᠭᠣᠯ', 'ᠮᠣᠩᠭᠣᠯ'],
    ['Adlam', '𞤀𞤣𞤤𞤢𞤥', '𞤢𞤣𞤤𞤢𞤥'],
    ['hieroglyphs', '𓂀𓆣', '𓂀𓆣'],
    ['Latin with marks', 'Đặng Việt', 'đặng-việt'],
    ['Turkish', 'İstanbul', 'i̇stanbul'],
  ])('%s', (_, name, slug) => {
    const built = editionOf({ [`${name}.md`]: articleFile(`title: ${name}\ntopics: ["${name}"]`) });
    expect(built.diagnostics).toEqual([]);
    expect(built.articles).toMatchObject([{ slug: name.normalize('NFC'), title: name }]);
    expect(built.topics).toMatchObject([{ slug: slug.normalize('NFKC'), name }]);
    expectSafePaths(built);
  });

  test.each(['👩‍👩‍👧‍👦', '🏳️‍🌈', '🇬🇪', '☃', '…'])('%s, without letters, has a slug too', (name) => {
    const built = editionOf({ [`${name}.md`]: articleFile(`title: "${name}"\ntopics: ["${name}"]`) });
    expect(built.articles).toMatchObject([{ slug: name, title: name }]);
    expect(built.topics).toMatchObject([{ slug: expect.stringMatching(/^topic-[0-9a-f]{6}$/) as string, name }]);
    expectSafePaths(built);
  });
});

/** Articles with different origin URLs, each with one of these lines. */
const articlesWith = (lines: readonly string[]): Files =>
  Object.fromEntries(
    lines.map((line, index) => [`n${index}.md`, articleFile(`webUrl: https://n.example/${index}\n${line}`)]),
  );

/** Expects that paths are unique on every file system, inside the folder, and valid on every system. */
function expectSafePaths(edition: Parameters<typeof outputPaths>[0]): void {
  const paths = outputPaths(edition);
  const folded = paths.map((file) => file.normalize('NFD').toUpperCase().normalize('NFC').toLowerCase());
  expect(folded.toSorted()).toEqual([...new Set(folded)].toSorted());
  const folders = new Set(
    folded.flatMap((file) => file.split('/').map((_, end, parts) => parts.slice(0, end).join('/'))),
  );
  expect(folded.filter((file) => folders.has(file))).toEqual([]);
  for (const segment of paths.flatMap((file) => file.split('/'))) {
    expect(segment).not.toMatch(/^\.|[. ]$|^$|[\p{Cc}\p{Cs}<>:"|?*\\]|^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu);
    expect(Buffer.byteLength(segment)).toBeLessThanOrEqual(255);
  }
}

describe('slugs and topics never overwrite an output', () => {
  test.each([
    'data',
    'edition',
    'head',
    'all',
    'archive',
    'topics',
    'Index',
    '1',
    '%2e%2e',
    '%2F',
    'a b',
    'data.json',
    '~',
    '-',
  ])('`slug: %s` is valid', (slug) => {
    const built = editionOf({
      ...articlesWith([`slug: "${slug}"\ntopics: ["${slug}"]`, `topics: ["${slug} "]`]),
      ...neighbour,
    });
    expect(built.diagnostics).toEqual([]);
    expect(built.articles.map((article) => article.slug)).toContain(slug);
    expectSafePaths(built);
  });

  test.each([
    '..',
    '.',
    '.a',
    '../../x',
    'a/b',
    '/etc/x',
    'a\\\\b',
    'c:x',
    'index.html',
    'INDEX.HTML',
    'Con',
    'aux.b',
    'LPT1',
    'a*',
  ])('`slug: %s` is converted to a safe one', (slug) => {
    const built = editionOf({ ...articlesWith([`slug: "${slug}"`]), ...neighbour });
    expect(built.counts).toMatchObject({ files: 2, articles: 2, rejected: 0 });
    expectSafePaths(built);
    for (const diagnostic of built.diagnostics)
      expect(diagnostic).toMatchObject({ code: 'bad-slug', severity: 'warning', field: 'slug', line: 5, column: 7 });
  });

  test('a slug of 300 bytes is shortened', () => {
    const { articles, diagnostics } = editionOf({ ...articlesWith([`slug: ${'é'.repeat(150)}`]), ...neighbour });
    expect(articles.map(({ slug }) => Buffer.byteLength(slug) <= 200)).toEqual([true, true]);
    expect(diagnostics).toMatchObject([{ code: 'bad-slug', severity: 'warning' }]);
  });

  test.each([
    ['case', 'news', 'NEWS'],
    ['Unicode form', 'caf\u00e9', 'cafe\u0301'],
    ['sigma, lower and upper case', 'νέος', 'ΝΈΟΣ'],
    ['the two lower-case sigmas', 'σας', 'σασ'],
  ])('one of two slugs that differ only in %s gets a suffix', (_, one, other) => {
    const built = editionOf(articlesWith([`slug: ${one}`, `slug: ${other}`]));
    expect(built.counts).toMatchObject({ articles: 2, rejected: 0 });
    expect(built.diagnostics).toMatchObject([{ code: 'same-slug', severity: 'warning', line: 5, field: 'slug' }]);
    expectSafePaths(built);
  });

  test('a dotless i is a different letter', () => {
    expect(editionOf(articlesWith(['slug: kır', 'slug: kir'])).counts).toMatchObject({ articles: 2, rejected: 0 });
  });

  test('a folder with the name of the data file of an article gets another name', () => {
    const built = editionOf({
      'a.md': articleFile('webUrl: https://x.example/1'),
      'a/b.md': articleFile('webUrl: https://x.example/2'),
      'a.json/b.md': articleFile('webUrl: https://x.example/3'),
    });
    expect(built.articles.map(({ slug }) => slug)).toEqual(['a', 'a-json/b', 'a/b']);
    expectSafePaths(built);
  });

  test.each<[string, string]>([
    ['root.md', 'slug: ~/settings'],
    ['articles/root.md', 'slug: ~/settings'],
    ['~/settings.md', ''],
    ['articles/~/settings.md', ''],
    ['_posts/~/settings.md', 'slug: settings'],
    ['~/x/index.md', 'slug: settings'],
  ])('%s with `%s` is no page of the site, but an article', (file, lines) => {
    const built = editionOf({ [file]: articleFile(lines) });
    expect(built.counts).toMatchObject({ articles: 1, rejected: 0 });
    for (const { slug } of built.articles) expect(articlePath(slug)).toMatch(/^\/articles\/[\w-]+\/settings\/$/);
    expect(built.diagnostics.map(({ code }) => code)).toEqual(lines === '' ? [] : ['bad-slug']);
    expectSafePaths(built);
  });

  test.each(['~', '~x/~', 'x/~/y', '~~/x'])('the slug `%s` cannot be taken for a page of the site', (slug) => {
    const { articles, diagnostics } = editionOf({ [`${slug}.md`]: articleFile() });
    expect(articles.map((article) => article.slug)).toEqual([slug]);
    expect(diagnostics).toEqual([]);
  });

  test('an article in a folder `~` is still found at its former address', () => {
    const { redirects } = editionOf({ '~/settings.md': articleFile() });
    expect(redirects.map(({ from }) => from)).toEqual(['/articles/~/settings/']);
  });

  test('unusual topic names have unique paths', () => {
    const topics = [
      'C',
      'C#',
      'C++',
      'c',
      '!!!',
      '???',
      'Con',
      'NUL',
      'com1',
      'all',
      'head',
      '..',
      '.',
      '/',
      '../../x',
      'index.html',
    ];
    const more = [
      'é'.repeat(150),
      'É'.repeat(149),
      'e\u0301',
      '\u00e9',
      'ﬁ',
      'fi',
      'a-b',
      'a b',
      'A–B',
      '%2e%2e',
      '-',
      'x '.repeat(90),
    ];
    const built = editionOf(articlesWith([...topics, ...more].map((topic) => `topics: [${JSON.stringify(topic)}]`)));
    expect(built.counts.articles).toBe(topics.length + more.length);
    expect(new Set(built.topics.map(({ slug }) => slug)).size).toBe(built.topics.length);
    expectSafePaths(built);
  });

  test('a provider has no page if its host is not a valid folder name', () => {
    const hosts = [
      'aux.example',
      'con',
      'a.example',
      'A.EXAMPLE.',
      '../../x',
      'a.example/..',
      '127.0.0.1',
      '[::1]',
      '%2e%2e',
    ];
    const built = editionOf(articlesWith(hosts.map((domain) => `provider: { name: P, domain: "${domain}" }`)));
    expect(built.providers).toEqual([{ name: 'P', domain: 'a.example', count: 3 }]);
    expectSafePaths(built);
  });

  test('30,000 topics, each a subtopic of the next', () => {
    const declared = Array.from({ length: 30_000 }, (_, index) => {
      const file = `topics/${index}.yaml`;
      return { file, name: `T${index}`, parent: `T${index + 1}` };
    });
    const { result, lookups } = countLookups(() => buildTopicTree({ declared, articles: [['T0'], ['T9', 'T0']] }));
    const { entries } = result;
    expect(entries.find(({ name }) => name === 'T9')).toMatchObject({ parent: 't10', count: 2 });
    // At most fifty parents are followed for each topic.
    expect(lookups).toBeLessThan(60 * declared.length);
  });
});

describe('what looks like a file but is not one', () => {
  test('a folder named `x.md` is a folder', () => {
    const root = contentFolder({ 'x.md/inner.md': articleFile(), ...neighbour });
    mkdirSync(path.join(root, 'empty.md'));
    const { articles, counts } = editionIn(root);
    expect(articles.map(({ slug }) => slug)).toEqual(['b', 'x.md/inner']);
    expect(counts.files).toBe(2);
  });

  test('links out of the root and circular links are not followed', () => {
    const outside = contentFolder({ 'secret.md': articleFile() });
    const root = contentFolder(neighbour);
    symlinkSync(outside, path.join(root, 'link'));
    symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'secret.md'));
    symlinkSync(root, path.join(root, 'loop'));
    symlinkSync('..', path.join(root, 'up.md'));
    const { articles, counts } = editionIn(root);
    expect(articles.map(({ slug }) => slug)).toEqual(['b']);
    expect(counts.files).toBe(1);
  });

  test.each([
    ['to itself', 'a.md', 'ELOOP'],
    ['to nothing', 'gone.md', 'ENOENT'],
  ])('a link %s cannot be read, and is counted', (_, target, reason) => {
    const root = contentFolder(neighbour);
    symlinkSync(target, path.join(root, 'a.md'));
    const { counts, diagnostics } = editionIn(root);
    expect(counts).toMatchObject({ files: 2, articles: 1, rejected: 1 });
    expect(diagnostics).toMatchObject([{ file: 'a.md', code: 'unreadable', severity: 'error' }]);
    expect(diagnostics[0]?.message).toContain(reason);
  });

  test('a named pipe, which would block, is not read', () => {
    const root = contentFolder(neighbour);
    execFileSync('mkfifo', [path.join(root, 'a.md'), path.join(root, 'site.yaml')]);
    symlinkSync('a.md', path.join(root, 'c.md'));
    const { counts, diagnostics } = editionIn(root);
    expect(counts).toMatchObject({ files: 1, articles: 1 });
    expect(diagnostics).toMatchObject([{ file: 'site.yaml', code: 'unreadable', severity: 'error' }]);
  });
});

describe('TOML', () => {
  test('locates fields in tables, with dots and in quotes', () => {
    const { diagnostics } = editionOf({
      'a.md': toml(
        [
          'provider.domain = "?"',
          'provider.name = "P"',
          '"quality" = "x"',
          '[[ related ]]',
          'title = "R"',
          '"publishedDateTime" = "soon"',
          "[ 'x' . y ]",
          'z = 1',
        ].join('\n'),
      ),
    });
    expect(diagnostics.map(({ field, line, column }) => [field, line, column])).toEqual([
      ['provider.domain', 5, 19],
      ['quality', 7, 13],
      ['related[0].webUrl', 8, 4],
      ['related[0].publishedDateTime', 10, 23],
      ['x', 2, 1],
    ]);
  });

  test('ignores what looks like a field in a multi-line string', () => {
    const excerpt = 'excerpt = """\nquality = 9\ndate = 1999-01-01\n"""';
    const { articles } = editionOf({ 'a.md': toml(`quality = 5\n${excerpt}`) });
    expect(articles).toMatchObject([{ quality: 5, publishedAt: '2021-01-01T00:00:00Z' }]);
  });
});
