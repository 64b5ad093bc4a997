import { expect, test } from 'vitest';
import { articleFile, editionOf, type Files, outputPaths, outputsOf } from '../../../support/content-folder.ts';

const YOUTUBE = '<iframe src="https://www.youtube.com/embed/b_ieIGfOlbs" allowfullscreen></iframe>';

interface Page {
  page: number;
  value: Record<string, unknown>[];
  nextPage: number | null;
}

const pageAt = (files: Files, path: string): Page =>
  JSON.parse(outputsOf(editionOf(files)).get(path) ?? 'null') as Page;

const many = (count: number, lines = ''): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `_news/${index}.md`,
      articleFile(
        `title: Story ${index}\npublishedDateTime: ${new Date(Date.UTC(2024, 0, 1, index)).toISOString()}\nwebUrl: https://news.example/${index}\n${lines}`,
      ),
    ]),
  );

test('a legacy folder has the legacy API, another folder has it if the settings enable it', () => {
  const hasApi = (files: Files): boolean => outputsOf(editionOf(files)).has('api/news/index.json');
  expect(hasApi(many(1))).toBe(true);
  expect(hasApi({ '_config.yml': 'title: A\n', '_posts/a.md': articleFile() })).toBe(true);
  expect(hasApi({ 'a.md': articleFile() })).toBe(false);
  expect(hasApi({ 'a.md': articleFile(), 'site.yaml': 'outputs: api\n' })).toBe(true);
  expect(hasApi({ ...many(1), 'site.yaml': 'outputs: []\n' })).toBe(false);
});

test('pages have 25 stories, newest first, and the number of the next page', () => {
  const files = many(51);
  const names = ['index.json', 'page/2/index.json', 'page/3/index.json'].map((name) => `api/news/${name}`);
  const pages = names.map((name) => pageAt(files, name));
  expect(pages.map(({ page, value, nextPage }) => [page, value.length, nextPage])).toEqual([
    [1, 25, 2],
    [2, 25, 3],
    [3, 1, null],
  ]);
  expect(pages.flatMap(({ value }) => value.map(({ title }) => title))).toEqual(
    Array.from({ length: 51 }, (_, index) => `Story ${50 - index}`),
  );
  expect(outputsOf(editionOf(files)).has('api/news/page/4/index.json')).toBe(false);
});

test('the pages of a topic have the stories that name it, not those of its subtopics', () => {
  const files: Files = {
    ...many(1, 'topics: [Optics]'),
    '_news/physics.md': articleFile('topics: [Physics]'),
    'topics/optics.yaml': 'name: Optics\nparent: Physics\n',
  };
  expect(pageAt(files, 'api/news/physics/index.json').value.map(({ path }) => path)).toEqual(['_news/physics.md']);
  expect(pageAt(files, 'api/news/optics/index.json').value.map(({ path }) => path)).toEqual(['_news/0.md']);
});

// `page` is also the folder for the pages of all articles.
test('a topic may have the name of a folder', () => {
  const files = many(60, 'topics: [Page, 2, Archive, index.json]');
  const paths = outputPaths(editionOf(files, { ADDRESS: 'https://paper.example/' }));
  expect(new Set(paths).size).toBe(paths.length);
  // No file has the name of a folder that another file needs.
  expect(paths.filter((path) => paths.some((other) => other.startsWith(`${path}/`)))).toEqual([]);
  for (const topic of ['page', '2', 'archive']) {
    expect(pageAt(files, `api/news/${topic}/index.json`).value).toHaveLength(25);
    expect(pageAt(files, `api/news/${topic}/page/3/index.json`).value).toHaveLength(10);
  }
});

test('a story has the field names of the legacy API', () => {
  const lines = [
    'title: Tom & Jerry',
    'excerpt: In short',
    'publishedDateTime: 2021-06-02T09:12:27-07:00',
    'type: video',
    'originalUrl: https://video.example/1',
    'ampWebUrl: https://amp.example/1',
    'cdnAmpWebUrl: https://amp-example.cdn.ampproject.org/c/s/amp.example/1',
    'category: news',
    'heat: 89',
    'locale: pt-BR',
    `featuredContent: ${JSON.stringify(YOUTUBE)}`,
    'images: [{ url: "https://images.example/1.jpg", width: 3, height: 2, title: One }]',
    'provider: { name: P, domain: p.example, images: [{ url: "https://p.example/l.png", width: 50, height: 50 }] }',
    'topics: [Physics]',
  ];
  const files = { '_news/a.md': `---\n${lines.join('\n')}\n---\n# Head\n\nA *body*\nof two & more.\n\n- one\n- two\n` };
  const [story] = pageAt(files, 'api/news/index.json').value;
  expect(story).toEqual({
    path: '_news/a.md',
    title: 'Tom & Jerry',
    excerpt: 'In short',
    sourceUrl: null,
    webUrl: null,
    originalUrl: 'https://video.example/1',
    featuredContent: 'https://www.youtube.com/watch?v=b_ieIGfOlbs',
    highlight: null,
    heat: 89,
    tags: null,
    images: [
      { url: 'https://images.example/1.jpg', width: 3, height: 2, title: 'One', attribution: null, isCached: false },
    ],
    content: 'Head\n\nA body\nof two & more.\n\none\n\ntwo',
    type: 'video',
    ampWebUrl: 'https://amp.example/1',
    cdnAmpWebUrl: 'https://amp-example.cdn.ampproject.org/c/s/amp.example/1',
    publishedDateTime: '2021-06-02T16:12:27Z',
    updatedDateTime: null,
    provider: {
      name: 'P',
      domain: 'p.example',
      images: [
        { url: 'https://p.example/l.png', width: 50, height: 50, title: null, attribution: null, isCached: false },
      ],
      publishers: null,
      authors: null,
    },
    locale: 'pt-br',
    categories: ['news'],
    topics: ['Physics'],
  });
});
