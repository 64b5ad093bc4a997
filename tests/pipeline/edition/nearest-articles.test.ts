import { expect, test } from 'vitest';
import { changedFiles } from '../../support/changed-files.ts';
import { articleFile, editionOf, type Files } from '../../support/content-folder.ts';

/** An article of a day in 2021. */
const article = (day: number, lines = ''): string => {
  const address = /^webUrl:/m.test(lines) ? '' : `webUrl: https://n.example/${day}\n`;
  return articleFile(`publishedDateTime: ${new Date(Date.UTC(2021, 0, day)).toISOString()}\n${address}${lines}`);
};

/** The slugs of the nearest articles of one. */
function nearestTo(slug: string, files: Files, env?: NodeJS.ProcessEnv): (string | undefined)[] | undefined {
  const { articles } = editionOf(files, env);
  return articles.find((each) => each.slug === slug)?.nearest?.map((story) => story.slug);
}

/** Articles `n1`, `n2` and so on, of consecutive days. */
const numbered = (count: number, lines: (day: number) => string): Files =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`n${index + 1}.md`, article(index + 1, lines(index + 1))]),
  );

test('articles with the most shared topics come first, then the newest', () => {
  const files = numbered(5, (day) => `topics: [${['A', 'A, B', 'B', 'C', 'A, B, D'][day - 1]}]`);
  expect(nearestTo('n5', files)).toEqual(['n2', 'n3', 'n1']);
});

test('different spellings of a topic are the same topic', () => {
  const files = { 'a.md': article(1, 'topics: [open-standards]'), 'b.md': article(2, 'topics: [Open Standards]') };
  expect(nearestTo('b', files)).toEqual(['a']);
});

test('a shared parent topic counts too, but less than a shared topic', () => {
  const files = {
    ...numbered(5, (day) => `topics: [${['Physics', 'Art', 'Science', 'Chemistry', 'Physics'][day - 1]}]`),
    'topics/p.yaml': 'name: Physics\nparent: Science\n',
    'topics/c.yaml': 'name: Chemistry\nparent: Science\n',
  };
  expect(nearestTo('n5', files)).toEqual(['n1', 'n4', 'n3']);
});

test('six older articles are selected, and newer ones only if there are fewer, the next ones first', () => {
  const files = numbered(9, () => 'topics: [A]');
  expect(nearestTo('n9', files)).toEqual(['n8', 'n7', 'n6', 'n5', 'n4', 'n3']);
  expect(nearestTo('n3', files)).toEqual(['n2', 'n1', 'n4', 'n5', 'n6', 'n7']);
});

test('they have the fields of a related story that a card shows', () => {
  const { articles } = editionOf({
    'a.md': article(
      1,
      'title: The first\nexcerpt: Words.\nlang: de\ntopics: [A]\nupdatedDateTime: 2021-01-02\nprovider: { name: P, domain: p.example }\nimage: https://i.example/a.png\nampWebUrl: https://amp.n.example/1',
    ),
    'b.md': article(2, 'topics: [A]'),
    'providers/p.yaml': 'name: The P\ndomain: p.example\n',
  });
  expect(articles[0]?.nearest).toEqual([
    {
      slug: 'a',
      title: 'The first',
      publishedAt: '2021-01-01T00:00:00Z',
      kind: 'article',
      lang: 'de',
      image: { url: 'https://i.example/a.png' },
      originUrl: 'https://n.example/1',
      ampUrl: 'https://amp.n.example/1',
      provider: { name: 'The P', domain: 'p.example' },
    },
  ]);
});

test('an article with related stories has no nearest ones, unless the only one is itself', () => {
  const related = (address: string): string =>
    `topics: [A]\nrelated:\n  - { title: R, publishedDateTime: 2021-01-01, webUrl: "${address}" }`;
  const files = { 'a.md': article(1, 'topics: [A]'), 'b.md': article(2, related('https://r.example/')) };
  expect(nearestTo('b', files)).toBeUndefined();
  expect(nearestTo('b', { ...files, 'b.md': article(2, related('https://n.example/2')) })).toEqual(['a']);
});

test('an article that shares no topic has no nearest articles', () => {
  const { articles } = editionOf(numbered(3, (day) => (day === 3 ? '' : `topics: [T${day}]`)));
  for (const each of articles) expect(each).not.toHaveProperty('nearest');
});

test('a duplicate of an article is not a nearest article', () => {
  const same = 'topics: [A]\nwebUrl: https://n.example/same';
  const files = { 'a.md': article(1, same), 'b.md': article(2, 'topics: [A]'), 'c.md': article(3, same) };
  expect(nearestTo('c', files, { DUPLICATES: 'keep' })).toEqual(['b']);
});

test('a draft is a nearest article of drafts only', () => {
  const files = numbered(30, (day) => `topics: [A]\ndraft: ${day > 2 && day < 30}`);
  const shown = { UNPUBLISHED: 'show' };
  expect(nearestTo('n30', files, shown)).toEqual(['n2', 'n1']);
  expect(nearestTo('n30', files, shown)).toEqual(nearestTo('n30', files));
  expect(nearestTo('n29', files, shown)).toEqual(['n28', 'n27', 'n26', 'n25', 'n24', 'n23']);
});

test('the order in which files were written has no influence', () => {
  const files = numbered(20, (day) => `topics: [T${day % 3}, U${day % 4}]`);
  const nearest = (content: Files): unknown => editionOf(content).articles.map((each) => each.nearest);
  expect(nearest(Object.fromEntries(Object.entries(files).reverse()))).toEqual(nearest(files));
});

test('a new article changes only older ones that had fewer than six nearest articles', () => {
  const files: Files = {
    ...numbered(
      400,
      (day) =>
        `topics: [${day % 2 ? `T${day % 7}, ` : ''}U${day % 90}]\nprovider: { name: P, domain: p${day % 5}.example }`,
    ),
    ...Object.fromEntries([0, 1, 2].map((nth) => [`topics/${nth}.yaml`, `name: T${nth}\nparent: Above\n`])),
  };
  const newArticle = article(401, 'topics: [T1, U0, T2]\nprovider: { name: P, domain: p1.example }');
  const changed = changedFiles(files, { ...files, 'new.md': newArticle });
  expect(changed.filter((file) => file.startsWith('data/articles/'))).toEqual([
    'data/articles/n180.json',
    'data/articles/n270.json',
    'data/articles/n360.json',
    'data/articles/n90.json',
    'data/articles/new.json',
  ]);
  expect(changed.length).toBeLessThanOrEqual(20);
});

test('the file of an article changes with its nearest articles', () => {
  const files = numbered(3, (day) => `topics: [${day === 2 ? 'B' : 'A'}]\nprovider: { name: P, domain: p.example }`);
  const articlesOf = (other: Files): string[] =>
    changedFiles(files, { ...files, ...other }).filter((file) => file.startsWith('data/articles/'));
  expect(
    articlesOf({ 'n1.md': article(1, 'topics: [A]\nprovider: { name: P, domain: p.example }\ntitle: Other') }),
  ).toEqual(['data/articles/n1.json', 'data/articles/n3.json']);
  expect(articlesOf({ 'providers/p.yaml': 'name: The P\ndomain: p.example\n' })).toHaveLength(3);
});
