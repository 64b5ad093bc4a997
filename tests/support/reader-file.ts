import type { Page } from 'playwright-core';

/** A file with something in each section. `url`: of the site. */
export async function readerFile(url: string): Promise<string> {
  const response = await fetch(`${url}data/feeds/all/head.json`);
  const { articles } = (await response.json()) as { articles: { slug: string }[] };
  const stories = articles
    .slice(0, 2)
    .map((article) => [article.slug, [1, { ...article, savedAt: 1_700_000_000_000 }]]);
  return JSON.stringify({
    format: 'broadsheet-reader',
    version: 1,
    saved: Object.fromEntries(stories) as unknown,
    read: { slugs: articles.slice(1, 3).map(({ slug }) => slug), stamps: [1, 1] },
    hidden: {
      'topic:culture': [1, { name: 'Culture' }],
      'provider:p3.example': [1, { name: 'Paper 3', until: 4_000_000_000_000 }],
      'word:a long phrase': [1, { name: 'A long phrase' }],
    },
    followed: { technology: [1, { name: 'Technology' }], space: [1, { name: 'Space' }] },
  });
}

/** Chooses a file to import on the page of settings. */
export const chooseFile = (page: Page, content: string | Buffer): Promise<void> =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(content) });

/** Imports a file on the page of settings, in place of what the reader has. */
export async function importReader(page: Page, json: string): Promise<void> {
  await chooseFile(page, json);
  await page.getByRole('button', { name: 'Replace everything here' }).click();
  await page.locator('.undo-toast button').waitFor();
}
