import { describe, expect, test } from 'vitest';
import { editionOf, type Files } from '../../../../support/content-folder.ts';
import { png } from '../../../../support/image-files.ts';

/** An article at `blog/a.md` in a folder of a system, with its diagnostics and redirects. */
function articleIn(system: keyof typeof SYSTEMS, lines: string, files: Files = {}) {
  const { folder, evidence } = SYSTEMS[system];
  const file = `---\ntitle: A\n${/date/i.test(lines) ? '' : 'date: 2026-02-03\n'}${lines}\n---\nText.\n`;
  const { articles, diagnostics, counts, built } = editionOf({
    [evidence]: '',
    [`${folder}blog/a.md`]: file,
    ...files,
  });
  return { article: articles[0], diagnostics, counts, redirects: built.redirects.map((redirect) => redirect.file) };
}

const SYSTEMS = {
  astro: { evidence: 'astro.config.mjs', folder: 'src/content/' },
  docusaurus: { evidence: 'docusaurus.config.js', folder: '' },
  eleventy: { evidence: 'eleventy.config.js', folder: '' },
  gatsby: { evidence: 'gatsby-config.js', folder: 'content/' },
  hugo: { evidence: 'hugo.toml', folder: 'content/' },
  obsidian: { evidence: '.obsidian/app.json', folder: '' },
  zola: { evidence: 'zola.toml', folder: 'content/' },
};

describe('a name of another system', () => {
  test('`featured: true` is no image', () => {
    const { article, diagnostics } = articleIn('astro', 'featured: true\nthumbnail: https://img.example/a.jpg');
    expect(article?.image).toEqual({ url: 'https://img.example/a.jpg' });
    expect(diagnostics).toEqual([]);
  });

  test('`isDraft`, `pubDatetime` and `modDatetime` are read', () => {
    expect(articleIn('astro', 'isDraft: true').counts).toMatchObject({ drafts: 1 });
    const { article, diagnostics } = articleIn('astro', 'pubDatetime: 2026-02-04\nmodDatetime: 2026-02-05');
    expect(article).toMatchObject({ publishedAt: '2026-02-04T00:00:00Z', updatedAt: '2026-02-05T00:00:00Z' });
    expect(diagnostics).toEqual([]);
  });

  test('`path` is a former address in Gatsby and Zola only', () => {
    expect(articleIn('gatsby', 'path: /fair').redirects).toContain('fair/index.html');
    expect(articleIn('hugo', 'path: /fair').redirects).not.toContain('fair/index.html');
  });

  test('the wiki link of a lead image is its file', () => {
    const { article, diagnostics } = articleIn('obsidian', 'cover: "![[fair.png|300]]"', { 'img/fair.png': png(4, 2) });
    expect(article?.image).toMatchObject({ width: 4, height: 2 });
    expect(diagnostics).toEqual([]);
  });

  test('`video` may have an id and a provider', () => {
    const { article } = articleIn('hugo', 'video:\n  id: jNQXAC9IVRw\n  provider: youtube');
    expect(article?.video).toMatchObject({ id: 'jNQXAC9IVRw' });
    expect(articleIn('hugo', 'video:\n  id: a\n  provider: toString').diagnostics).toMatchObject([
      { code: 'unknown-video' },
    ]);
  });

  test('a diagnostic of a nested field has its line', () => {
    const { diagnostics } = articleIn('hugo', 'params:\n  heat: 1\n  image: missing.png');
    expect(diagnostics).toMatchObject([{ field: 'params.image', line: 6 }]);
  });
});

test('an alias of Zola needs no leading slash', () => {
  const file = '+++\ntitle = "A"\ndate = 2026-02-03\naliases = ["fair", "old/fair.html"]\n+++\nText.\n';
  const { built, diagnostics } = editionOf({ 'zola.toml': '', 'sass/a.scss': '', 'content/a.md': file });
  expect(built.redirects.map((redirect) => redirect.file)).toEqual(
    expect.arrayContaining(['fair/index.html', 'old/fair.html']),
  );
  expect(diagnostics).toEqual([]);
});

describe('topics', () => {
  const topicsIn = (system: keyof typeof SYSTEMS, lines: string): string[] | undefined =>
    articleIn(system, lines).article?.topics.map(({ name }) => name);

  test('may be mappings with a label, as in Docusaurus', () => {
    expect(topicsIn('docusaurus', 'tags:\n  - label: Music\n    permalink: /music')).toEqual(['Music']);
  });

  test('of Obsidian may begin with `#` and be separated by spaces', () => {
    expect(topicsIn('obsidian', 'tags: "#music #fair"')).toEqual(['music', 'fair']);
    expect(topicsIn('hugo', 'tags: "#music #fair"')).toEqual(['#music #fair']);
  });

  test('of Eleventy are without the names of its collections', () => {
    expect(topicsIn('eleventy', 'tags: [posts, music]')).toEqual(['music']);
    expect(topicsIn('hugo', 'tags: [posts, music]')).toEqual(['posts', 'music']);
  });
});

test('a slug that is a whole path does not repeat the folders of its file', () => {
  expect(articleIn('gatsby', 'slug: /blog/fair').article?.slug).toBe('blog/fair');
  expect(articleIn('gatsby', 'slug: /fair').article?.slug).toBe('blog/fair');
  expect(articleIn('gatsby', 'slug: blog/fair').article?.slug).toBe('blog/blog/fair');
});

test('a date that Eleventy takes from the file is an error in plain words', () => {
  const { diagnostics } = articleIn('eleventy', 'date: git Last Modified');
  expect(diagnostics).toMatchObject([
    { message: 'Expected a date, found `git Last Modified`, for which Eleventy takes the date of the file.' },
  ]);
});
