import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseFrontMatter } from '../../../../src/pipeline/content/front-matter/parse-front-matter.ts';
import { splitFrontMatter } from '../../../../src/pipeline/content/front-matter/split-front-matter.ts';
import { articleSchema, schemaLine } from '../../../../src/pipeline/content/normalize/article-schema.ts';
import { ARTICLE_NAMES } from '../../../../src/pipeline/content/normalize/names/field-names.ts';
import { indexFields } from '../../../../src/pipeline/content/normalize/names/index-fields.ts';
import { normalizeArticle } from '../../../../src/pipeline/content/normalize/normalize-article.ts';
import type { FieldDiagnostic } from '../../../../src/pipeline/diagnostics/diagnostic.ts';
import { articleContext } from '../../../support/article-context.ts';
import { contentFolder } from '../../../support/content-folder.ts';
import { runsOf } from '../../../support/property-runs.ts';
import { runInShell } from '../../../support/run-in-shell.ts';

const validate = new Ajv({ strict: false }).compile(articleSchema());
const isValid = (data: unknown): boolean => validate(data);

const find = (_: string, url: string) => ({
  requestedPath: url,
  image: { source: url, output: 'assets/content/p-0.png' },
});

/** The diagnostics of `check` for these fields. */
function diagnosticsOf(data: Record<string, unknown>): FieldDiagnostic[] {
  const diagnostics: FieldDiagnostic[] = [];
  const report = (diagnostic: FieldDiagnostic): number => diagnostics.push(diagnostic);
  normalizeArticle(indexFields(data), 'A body.', articleContext({ find, report }));
  return diagnostics;
}

const REQUIRED = { title: 'A title', publishedDateTime: '2021-05-19T15:02:27Z' };
const withField = (name: string, value: unknown) => ({ ...REQUIRED, [name]: value });

const sample = readdirSync('content', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll(path.sep, '/'))
  .filter((name) => /^\d{4}\/.*\.md$/.test(name));

describe('the schema of the sample', () => {
  test('is up to date', () => {
    const folder = contentFolder({});
    expect(runInShell(['schema', folder]).exitCode).toBe(0);
    const written = readFileSync(path.join(folder, 'article.schema.json'), 'utf8');
    expect(readFileSync('content/article.schema.json', 'utf8'), 'run `npm run content -- schema`').toBe(written);
  });

  test.each(sample)('accepts %s, which refers to it', (name) => {
    const text = readFileSync(path.join('content', name), 'utf8');
    expect(text.split('\n', 2)).toEqual(['---', schemaLine(name)]);
    expect(path.posix.join(path.posix.dirname(name), schemaLine(name).split('=')[1] ?? '')).toBe('article.schema.json');
    const split = splitFrontMatter(text);
    const data = 'code' in split ? undefined : parseFrontMatter(split).data;
    expect([isValid(data), validate.errors]).toEqual([true, null]);
  });

  test('describes every name of every field and no others', () => {
    const { properties } = articleSchema() as { properties: Record<string, { description: string }> };
    expect(Object.keys(properties).sort()).toEqual(ARTICLE_NAMES.toSorted());
    for (const { description } of Object.values(properties)) expect(description).toMatch(/^[A-Z`].{8,150}\.$/);
    expect(JSON.stringify(articleSchema())).not.toMatch(/secured/i);
  });
});

test('a schema that cannot be written is an error', () => {
  const folder = contentFolder({});
  mkdirSync(path.join(folder, 'article.schema.json'));
  const { exitCode, stderr } = runInShell(['schema', folder]);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/article\.schema\.json cannot be written: a folder with this name exists\.\n$/);
});

const LONG = 'x'.repeat(1_001);
const story = { ...REQUIRED, webUrl: 'https://example.com/r' };
const many = (count: number, make: (nth: number) => unknown): unknown[] =>
  Array.from({ length: count }, (_, n) => make(n));

/** Values that the schema and `check` both accept, and values that both reject. */
const VALUES: Record<string, { good: unknown[]; bad: unknown[] }> = {
  title: { good: ['A', '007', 7, true], bad: ['', ' ', null, ['A'], {}, LONG] },
  publishedDateTime: {
    good: ['2021-05-19', '2021-05-19t15:02:27.5+08:00', ' 2021-05-19T15:02:27z ', 'May 19, 2021', 20210519],
    bad: [true, ['2021-05-19'], {}],
  },
  updatedDateTime: { good: ['2021-05-19', '', null], bad: [['2021-05-19'], true] },
  webUrl: {
    good: ['https://a.example/', ' HTTP://a.example', '', null],
    bad: ['a.example', 'ftp://a.example', '/a', 5, {}],
  },
  ampWebUrl: { good: ['https://a.example/amp'], bad: ['javascript:alert(1)', false] },
  cdnAmpWebUrl: { good: ['https://a-example.cdn.ampproject.org/c/s/a.example/amp'], bad: ['data:,x'] },
  excerpt: { good: ['A.', 1, null], bad: [['A.'], { a: 1 }, 'x'.repeat(10_001)] },
  type: { good: ['video'], bad: [['video'], 'x'.repeat(101)] },
  category: { good: ['news', null], bad: [{}, 'x'.repeat(101)] },
  quality: { good: [0, 940, -1, '174', '1_000', '-1', ' 5e2 ', ''], bad: [-2, 'high', true, [1], '1__0'] },
  heat: { good: [0.5, null], bad: [-0.5, '0x10'] },
  published: { good: [true, false, 'Yes', ' off ', ''], bad: ['maybe', 1, [true]] },
  draft: { good: [false, 'NO'], bad: [0, 'draft'] },
  pinned: { good: ['on'], bad: ['top', {}] },
  unlisted: { good: [true, 'no', ''], bad: ['maybe', 1] },
  coverage: { good: ['harbour fire', false, 7, null], bad: [['a'], {}, 'x'.repeat(101)] },
  expires: { good: ['2026-03-01', '2026-03-01T08:00Z', null], bad: [true, ['2026-03-01']] },
  provider: {
    good: ['P', null, { name: 'P' }, { domain: 'p.example', images: ['/p.png'] }, { name: 7, images: null }],
    bad: [5, ['P'], {}, { images: [] }, { name: 'P', domain: ['p.example'] }, { name: ['P'] }, 'x'.repeat(201)],
  },
  authors: {
    good: ['Jo; Ann', 7, ['Jo', { name: 'Ann', url: 'https://a.example/' }, null], [['Jo']], { key: 'jo' }, '', []],
    bad: [{}, [{ title: 'Editor' }], { name: 'Jo', url: 'jo.example' }, [[['Jo']]], many(17, (n) => `A${n}`)],
  },
  topics: {
    good: ['A, B', ['A', 7, null], [['A', 'B']], [{ name: 'A' }], [], null],
    bad: [{ a: 'A' }, [{ a: 'A' }], ['x'.repeat(201)], many(33, (n) => `T${n}`)],
  },
  image: { good: ['a.png', { url: 'https://a.example/a.png' }, ''], bad: [5, {}, [''], [null]] },
  images: {
    good: [['a.png', { url: 'b.png', width: 90, height: '60', title: 'C' }], { url: 'a.png', width: null }],
    bad: [
      [{ url: 'https://a.example/1.png', width: 0 }],
      [{ url: 'https://a.example/1.png', width: 'wide' }],
      [{ url: 'https://a.example/1.png', title: ['C'] }],
      [{ url: 5 }],
      many(17, (n) => `https://a.example/${n}.png`),
    ],
  },
  related: {
    good: [
      [story],
      story,
      [{ title: 'A', webUrl: 'https://a.example/' }],
      [],
      [{ ...REQUIRED, ampWebUrl: 'https://a.example/' }],
      '',
    ],
    bad: [
      'R',
      [null],
      [{ ...story, title: '' }],
      [{ ...story, images: [{}] }],
      many(25, (n) => ({ ...story, webUrl: `https://example.com/${n}` })),
    ],
  },
  featuredContent: { good: ['<iframe src="https://youtu.be/6NPtZSMH0h4">', null], bad: [5, ['x']] },
  locale: { good: ['en', 'pt_BR', 'zh-Hant-TW', ''], bad: ['?', 5, 'e', ['en'], 'en-'] },
  slug: { good: ['a-name', 7, 'Größe', ' x ', '/a/b'], bad: [LONG, ['a']] },
  formerly: {
    good: ['/a/', ['/a', '/2019/05/story.html', null, ''], '/caf%C3%A9/', '/', []],
    bad: ['a', 5, '//a/b', '/a//b', '/a?b', '/a#b', '/../a', '/.a/', '/a\\b', ['/a', 5], many(17, (n) => `/${n}/`)],
  },
};

describe('the schema and `check` agree on', () => {
  test.each(Object.entries(VALUES))('%s', (name, { good, bad }) => {
    for (const value of good) {
      expect([value, isValid(withField(name, value)), validate.errors]).toEqual([value, true, null]);
      expect([value, diagnosticsOf(withField(name, value))]).toEqual([value, []]);
    }
    for (const value of bad) {
      expect([value, isValid(withField(name, value))]).toEqual([value, false]);
      expect([value, diagnosticsOf(withField(name, value)).length > 0]).toEqual([value, true]);
    }
  });

  test('required fields, under any of their names', () => {
    expect([isValid({ title: 'A', date: '2021-05-19' }), diagnosticsOf({ title: 'A', date: '2021-05-19' })]).toEqual([
      true,
      [],
    ]);
    for (const data of [{ date: '2021-05-19' }, { title: ' ', date: '2021-05-19' }]) {
      expect(isValid(data)).toBe(false);
      expect(diagnosticsOf(data)).not.toEqual([]);
    }
  });

  test('unknown names, which are ignored', () => {
    expect([isValid(withField('layout', ['x'])), diagnosticsOf(withField('layout', ['x']))]).toEqual([true, []]);
  });
});

/** Random text without markup, which the schema does not know. */
const randomText = (...more: string[]) =>
  fc
    .array(
      fc.constantFrom('a', 'B', '0', '7', ' ', '-', '_', '.', ':', '/', '%41', '#', '?', '"', '\\', 'é', ...more),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));
const scalar = (...more: string[]) =>
  fc.oneof(
    { weight: 6, arbitrary: randomText(...more) },
    fc.constantFrom(...more),
    fc.constant(null),
    fc.boolean(),
    fc.integer({ min: -3, max: 1_000 }),
    fc.constantFrom<unknown>([], {}, [[]], [{}]),
  );

describe('for any value, `check` reports what the schema rejects', () => {
  /** `isBeyond`: diagnostics that the schema does not cover. */
  const FIELDS: [name: string, words: string[], isBeyond?: (diagnostic: FieldDiagnostic) => boolean][] = [
    ['title', ['Word', 'x'.repeat(990)]],
    [
      'publishedDateTime',
      ['2021-05-19', 'T15:02', ':27', 'Z', '+08:00'],
      ({ code }) => code === 'missing-field' || code === 'bad-required-field',
    ],
    ['updatedDateTime', ['2021-05-19', 'T15:02', ':27', 'z', '-0800'], ({ code }) => code === 'bad-date'],
    ['excerpt', ['Word']],
    ['type', ['x'.repeat(90)]],
    ['category', ['x'.repeat(90)]],
    ['quality', ['1_0', '+', 'e', '174'], ({ code }) => code === 'bad-score'],
    ['published', ['true', 'no', 'ON']],
    ['draft', ['yes', 'False']],
    ['pinned', ['off', 'TRUE']],
    ['webUrl', ['https://', 'HTTP:', 'a.example'], ({ message }) => /found `?\s*https?:|user name/i.test(message)],
    ['locale', ['en', 'pt-BR', 'Hant'], ({ code }) => code === 'bad-language'],
    ['slug', ['word', 'x'.repeat(190)], ({ code }) => code === 'bad-slug'],
    ['formerly', ['/a', '/b.html', '/'], ({ message }) => /Windows|bytes|contains a/.test(message)],
    ['topics', ['Word, ', 'x'.repeat(190)], ({ code }) => code === 'cut'],
    ['featuredContent', ['youtu.be'], ({ code }) => code === 'unknown-video'],
  ];

  test.each(FIELDS)('%s', (name, words, isBeyond = () => false) => {
    const attempt = (): void =>
      fc.assert(
        fc.property(scalar(...words), (value) => {
          const diagnostics = diagnosticsOf(withField(name, value));
          const isRejected = !isValid(withField(name, value));
          const found = JSON.stringify({ value, isRejected, diagnostics });
          if (isRejected) expect(diagnostics, found).not.toEqual([]);
          else
            expect(
              diagnostics.filter((diagnostic) => !isBeyond(diagnostic)),
              found,
            ).toEqual([]);
        }),
        { numRuns: runsOf(400), seed: 1 },
      );
    expect(attempt).not.toThrow();
  });
});
