import { beforeEach, expect, test, vi } from 'vitest';

/* Two stories may have the same address, one after the other. */

type Story = { title: string; publishedAt: string; originUrl?: string };

const STORY = { title: 'A', publishedAt: '2026-01-01T10:00:00Z', originUrl: 'https://a.example/1' };
const WITHOUT_ORIGIN = { title: 'A', publishedAt: '2026-01-01T10:00:00Z' };

const saved = (story: Story) => ({ ...story, kind: 'article', topics: [], savedAt: 1 });

beforeEach(() => vi.resetModules());

test.each<[what: string, before: Story, now: Partial<Story>, isOther: boolean]>([
  ['another title and origin', STORY, { title: 'B', originUrl: 'https://a.example/2' }, true],
  ['another title', STORY, { title: 'B', publishedAt: '2026-01-02T10:00:00Z' }, false],
  ['another origin', STORY, { originUrl: 'https://www.a.example/1' }, false],
  ['another title and date, and no origin', WITHOUT_ORIGIN, { title: 'B', publishedAt: '2026-01-02T10:00:00Z' }, true],
  ['another title and the same date, and no origin', WITHOUT_ORIGIN, { title: 'B' }, false],
])('at the address of a saved story, one with %s is another story: $3', async (_, before, now, isOther) => {
  const { isOtherStory } = await import('../../../src/app/reader/actions/kept-articles.ts');
  expect(isOtherStory(saved(before), saved({ ...before, ...now }))).toBe(isOther);
});

test.each([
  ['stays when a file with another story of the same address is imported', 'Another', 'https://a.example/2', 'own'],
  ['is replaced by that of the same story in a file', 'A', 'https://a.example/1', 'imported'],
])('the text of a saved story %s', async (_, title, originUrl, kept) => {
  const { changeEntries, valuesOf } = await import('../../../src/app/reader/state/reader-state.ts');
  const { readKeptArticle, writeKeptArticles } = await import('../../../src/app/reader/actions/kept-articles.ts');
  const { planImport } = await import('../../../src/app/reader/transfer/import-reader.ts');
  const article = (content: string) => ({ body: [content], related: [] });
  changeEntries('saved', [['a', saved(STORY)]]);
  await writeKeptArticles([['a', article('own')]]);
  const file = {
    format: 'broadsheet-reader',
    version: 1,
    saved: { a: [1, saved({ ...STORY, title, originUrl })] },
    articles: { a: article('imported') },
  };
  const plan = await planImport(new File([JSON.stringify(file)], 'a.json'));
  if (typeof plan === 'string') throw new Error(plan);
  await plan.merge();
  expect(valuesOf('saved').get('a')?.title).toBe('A');
  expect(await readKeptArticle('a')).toEqual(article(kept));
});
