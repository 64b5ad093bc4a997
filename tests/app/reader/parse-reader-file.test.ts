import { readFileSync } from 'node:fs';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parseReaderFile } from '../../../src/app/reader/document/parse-reader-file.ts';
import { type Change, READER_VERSION } from '../../../src/app/reader/document/reader-document.ts';
import { serializeReader } from '../../../src/app/reader/document/serialize-reader.ts';
import { SETTINGS } from '../../../src/app/reader/document/setting-options.ts';

const STORY = {
  title: 'A story',
  kind: 'article',
  publishedAt: '2026-01-01T10:00:00Z',
  excerpt: 'In short.',
  lang: 'de',
  provider: { name: 'Quay News', domain: 'quay.example' },
  authors: [{ name: 'Jo Doe', url: 'https://jo.example/' }],
  topics: [{ slug: 'ferries', name: 'Ferries' }],
  originUrl: 'https://quay.example/a',
  ampUrl: 'https://amp.quay.example/a',
  ampCacheUrl: true,
  savedAt: 5,
} as const;
const BODY = [
  { tag: 'h2', id: 'b-one', children: ['One'] },
  { tag: 'p', children: ['Text ', { tag: 'a', href: 'https://b.example/', children: ['link'] }] },
  { tag: 'ul', children: [{ tag: 'li', checked: false, children: ['To do'] }] },
  { tag: 'video', video: { host: 'vimeo', id: '123' } },
];
const CHANGES = [
  ['settings', 'theme', 10, 'dark'],
  ['settings', 'density', 11, null],
  ['read', '2026/a story', 12, 1],
  ['read', '2024/c#-on the 🚀?', 12, 1],
  ['read', '2023/unread again', 12, null],
  ['saved', '2026/größe', 13, STORY],
  ['hidden', 'topic:ferries', 14, { name: 'Ferries', below: ['night-ferries'], until: 99 }],
  ['hidden', 'provider:quay.example', 15, { name: 'Quay News' }],
  ['hidden', 'word:strike', 16, { name: 'Strike' }],
  ['followed', 'ferries', 17, { name: 'Ferries' }],
  ['visits', 'current', 18, { seenAt: 1, newestAt: '2026-01-01T10:00:00Z' }],
] as unknown as Change[];

const schema = readFileSync('src/model/reader-file.schema.json', 'utf8');
/** Whether the published schema describes a file. */
const matchesSchema = new Ajv().compile(JSON.parse(schema) as AnySchema);

const fileWith = (sections: object): string =>
  JSON.stringify({ format: 'broadsheet-reader', version: READER_VERSION, ...sections });

const marks = (...entries: [slug: unknown, stamp: unknown][]) => ({
  slugs: entries.map(([slug]) => slug),
  stamps: entries.map(([, stamp]) => stamp),
});

const parse = (json: string) => {
  const parsed = parseReaderFile(json);
  if (typeof parsed === 'string') throw new Error(parsed);
  return parsed;
};

test('what is exported is read again, and nothing is dropped', () => {
  const articles = new Map([['2026/größe', { body: BODY, related: [{ title: 'Other', kind: 'article', slug: 'b' }] }]]);
  const json = serializeReader(CHANGES, articles as never);
  const parsed = parse(json);
  expect(matchesSchema(JSON.parse(json))).toBe(true);
  expect(parsed.dropped).toBe(0);
  expect(parsed.changes).toEqual(CHANGES);
  expect(parsed.articles).toEqual(articles);
  expect(JSON.parse(serializeReader(parsed.changes, parsed.articles))).toEqual(JSON.parse(json));
});

test.each([
  ['', 'unreadable'],
  [fileWith({ read: marks(['a', 1]) }).slice(0, -5), 'unreadable'],
  ['[]', 'foreign'],
  ['null', 'foreign'],
  ['{"bookmarks":[]}', 'foreign'],
  ['{"format":"other","version":1}', 'foreign'],
  ['{"format":"broadsheet-reader"}', 'foreign'],
  [JSON.stringify({ format: 'broadsheet-reader', version: READER_VERSION + 1, read: {} }), 'newer'],
])('what is no file of ours is refused with a reason: %s', (json, fault) => {
  expect(parseReaderFile(json)).toBe(fault);
});

describe('entries that are not valid are dropped and counted', () => {
  test.each([
    ['an unknown setting', { settings: { unknown: [1, 'x'] } }],
    ['an unknown option', { settings: { theme: [1, 'pink'] } }],
    ['no list', { followed: { a: 1 } }],
    ['a list that is too short', { followed: { a: [1] } }],
    ['a stamp of another type', { followed: { a: ['1', { name: 'A' }] } }],
    ['a stamp beyond all clocks', { followed: { a: [Number.MAX_SAFE_INTEGER, { name: 'A' }] } }],
    ['a negative stamp', { followed: { a: [-1, { name: 'A' }] } }],
    ['a slug that leaves the folder', { read: marks(['../../etc', 1]) }],
    ['a slug with a backslash', { read: marks(['a\\b', 1]) }],
    ['an empty slug', { read: marks(['', 1]) }],
    ['a slug that is no text', { read: marks([7, 1]) }],
    ['a read mark with a stamp of another type', { read: marks(['a', '1']) }],
    ['a read mark with a stamp beyond all clocks', { read: marks(['a', -Number.MAX_SAFE_INTEGER]) }],
    ['read marks that are no lists', { read: { slugs: 'a', stamps: 1 } }],
    ['a saved story without a title', { saved: { a: [1, { ...STORY, title: '' }] } }],
    ['a saved story without a date', { saved: { a: [1, { ...STORY, publishedAt: 'never' }] } }],
    ['a moment that cannot be formatted', { saved: { a: [1, { ...STORY, savedAt: 9e15 }] } }],
    ['a rule that ends then', { hidden: { 'word:x': [1, { name: 'x', until: 9e15 }] } }],
    ['a hidden provider that is no host', { hidden: { 'provider:a/b': [1, { name: 'x' }] } }],
    ['an unknown kind of rule', { hidden: { 'author:x': [1, { name: 'x' }] } }],
    ['a rule without a name', { hidden: { 'topic:x': [1, {}] } }],
    ['an unknown visit', { visits: { next: [1, { seenAt: 1, newestAt: '2026-01-01T10:00:00Z' }] } }],
    ['a kept article that is no record', { articles: { a: 'text' } }],
  ])('%s', (_, sections) => {
    const { changes, articles, dropped } = parse(fileWith(sections));
    expect([changes, articles.size]).toEqual([[], 0]);
    expect(dropped).toBeGreaterThan(0);
    expect(matchesSchema(JSON.parse(fileWith(sections)))).toBe(false);
  });

  test('a read mark without a stamp', () => {
    const { changes, dropped } = parse(fileWith({ read: { slugs: ['a', 'b'], stamps: [1] } }));
    expect([changes, dropped]).toEqual([[['read', 'a', 1, 1]], 1]);
  });

  test('and the valid ones beside them stay', () => {
    const { changes, dropped } = parse(fileWith({ read: marks(['a', 1], ['b', 'x']), saved: [], extra: { c: 1 } }));
    expect(changes).toEqual([['read', 'a', 1, 1]]);
    expect(dropped).toBe(1);
  });
});

describe('an attack', () => {
  const addresses = [
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example/x',
    'https:evil',
    'https://',
    'blob:https://a.example/1',
  ];
  const urls = (value: unknown): unknown[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, item]) =>
      /url|href|to|src/i.test(key) && typeof item === 'string' ? [item] : urls(item),
    );
  };

  test.each(addresses)('by the address %j reaches neither a story nor a body', (address) => {
    const story = {
      ...STORY,
      originUrl: address,
      ampUrl: address,
      ampCacheUrl: address,
      authors: [{ name: 'x', url: address }],
      image: { url: address },
      provider: { name: 'x', domain: address, logo: { url: address } },
    };
    const link = { tag: 'a', href: address, to: address, src: address, children: ['x'] };
    const article = { body: [link, { tag: 'p', children: [link] }], related: [{ ...story, slug: '../x' }] };
    const { changes, articles, dropped } = parse(fileWith({ saved: { a: [1, story] }, articles: { a: article } }));
    expect(changes).toHaveLength(1);
    expect([...urls(changes), ...urls([...articles])]).toEqual([]);
    expect(dropped).toBeGreaterThan(8);
  });

  test.each([
    { tag: 'script', children: ['alert(1)'] },
    { tag: 'iframe', src: 'https://evil.example/' },
    { tag: 'p', dangerouslySetInnerHTML: { __html: '<img onerror=alert(1)>' } },
    { tag: 'p', onClick: 'alert(1)', style: 'x', className: 'y', children: ['Text'] },
    { tag: 'video', video: { host: 'evil.example', id: 'x' } },
    { tag: 'video', video: { host: 'youtube', id: '"><script>' } },
    { tag: 'a', id: 'main', href: '#main', children: ['x'] },
    { tag: '__proto__', children: ['x'] },
  ])('by the node %j leaves nothing but text', (node) => {
    const { articles } = parse(fileWith({ articles: { a: { body: [node] } } }));
    expect(JSON.stringify([...articles])).not.toMatch(
      /script|iframe|evil|dangerous|onClick|style|className|main|__proto__/,
    );
  });

  test('by depth or length ends, and leaves what is in bounds', () => {
    let node: unknown = 'deep';
    for (let depth = 0; depth < 1_000; depth += 1) node = { tag: 'blockquote', children: [node] };
    const wide = Array.from({ length: 150_000 }, () => 'x');
    const { articles, dropped } = parse(fileWith({ articles: { a: { body: [node, 'kept'] }, b: { body: wide } } }));
    expect(articles.get('a')?.body?.at(-1)).toBe('kept');
    expect(articles.get('b')?.body?.length).toBeLessThanOrEqual(100_000);
    expect(dropped).toBeGreaterThan(0);
  });

  test('by elements with children that React refuses to render leaves them empty', () => {
    const body = ['br', 'hr'].map((tag) => ({ tag, children: ['x'] }));
    expect(parse(fileWith({ articles: { a: { body } } })).articles.get('a')?.body).toEqual([
      { tag: 'br' },
      { tag: 'hr' },
    ]);
  });

  test('by more rules than a list can try on each story is cut', () => {
    const hidden = Object.fromEntries(
      Array.from({ length: 1_500 }, (_, index) => [`word:${index}`, [1, { name: 'x' }]]),
    );
    const { changes, dropped } = parse(fileWith({ hidden }));
    expect([changes.length, dropped]).toEqual([1_000, 500]);
  });

  test('by the name of a prototype changes no prototype', () => {
    const followed = '"followed":{"__proto__":[1,{"name":"x"}],"constructor":[2,{"name":"x"}]}';
    const json = fileWith({ read: marks(['__proto__', 1]) }).replace(/}$/, `,${followed},"__proto__":{"x":1}}`);
    const { changes } = parse(json);
    expect(changes.map(([, id]) => id)).toEqual(['__proto__', '__proto__', 'constructor']);
    expect(parse(serializeReader(changes)).changes).toEqual(changes);
    expect(({} as { x?: number }).x).toBeUndefined();
  });
});

test('the schema has all settings with their options', () => {
  for (const [name, options] of Object.entries(SETTINGS)) {
    for (const option of options) {
      const json = serializeReader([['settings', name, 1, option]]);
      expect(matchesSchema(JSON.parse(json)), `${name}: ${option}`).toBe(true);
    }
  }
});
