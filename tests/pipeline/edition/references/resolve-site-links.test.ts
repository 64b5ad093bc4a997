import { describe, expect, test } from 'vitest';
import { articleFile, editionOf, type Files } from '../../../support/content-folder.ts';

const FILES = {
  'a.md': articleFile('title: An article\ntopics: [Space]'),
  'pages/imprint.md': '---\ntitle: Imprint\n---\n## Who\n\nText\n',
  'pages/u\u0308ber.md': '---\ntitle: Über\n---\nText\n',
  'pages/about/team.md': '---\ntitle: Team\n---\nText\n',
  'public/ads.txt': 'x',
  'public/CNAME': 'paper.example',
  'public/shop/index.html': '<p>Shop</p>',
};

/** Where the link `x` of the settings leads, and the diagnostics. */
function linkTo(target: string, address = 'https://paper.example/paper/', files: Files = FILES) {
  const lines = [
    'pagesFolder: pages',
    `address: ${address}`,
    'links:',
    '  other: https://b.example/',
    `  x: ${target}`,
  ];
  const { built, diagnostics } = editionOf({ ...files, 'site.yaml': `${lines.join('\n')}\n` });
  const warnings = diagnostics.filter(({ code }) => code !== 'active-file' && code !== 'no-address');
  return { url: built.settings.site.links?.x, warnings };
}

describe.each(['https://paper.example/paper/', '/paper/', 'https://paper.example/', '/'])('at %s', (address) => {
  const base = address.endsWith('/paper/') ? '/paper/' : '/';

  test.each([
    ['imprint.md', 'imprint/'],
    ['pages/imprint.md', 'imprint/'],
    ['./pages/imprint.md', 'imprint/'],
    ['/pages/imprint.md', 'imprint/'],
    ['"imprint.md#who"', undefined],
    ['"/imprint/#who"', 'imprint/#b-who'],
    ['about/team.md', 'about/team/'],
    ['pages/\u00fcber.md', '%C3%BCber/'],
    ['u\u0308ber.md', '%C3%BCber/'],
    ['/imprint', 'imprint/'],
    ['/imprint/', 'imprint/'],
    [`${base}imprint/`, 'imprint/'],
    [`${base}imprint`, 'imprint/'],
    ['/\u00fcber/', '%C3%BCber/'],
    ['/%C3%BCber/', '%C3%BCber/'],
    ['a.md', 'articles/a/'],
    ['/articles/a/', 'articles/a/'],
    ['/topics/space', 'topics/space/'],
    ['/settings/', 'settings/'],
    ['/', ''],
    [base, ''],
    ['"/?topics=space"', '?topics=space'],
    ['"/imprint/?a=$1#who"', 'imprint/?a=$1#b-who'],
    ['/ads.txt', 'ads.txt'],
    [`${base}ads.txt`, 'ads.txt'],
    ['/shop/', 'shop/'],
    ['/shop', 'shop/'],
    ['/atom.xml', 'atom.xml'],
    ['/archive/1/', 'archive/1/'],
    ['/events/a/', 'events/a/'],
  ])('%s leads to a page or a file of the site', (target, expected) => {
    if (expected === undefined)
      return expect(linkTo(target, address).warnings).toMatchObject([{ code: 'bad-setting' }]);
    return expect(linkTo(target, address)).toEqual({ url: base + expected, warnings: [] });
  });

  test.each([
    ['/nowhere/', `${base}nowhere/`],
    [`${base}nowhere/`, `${base}nowhere/`],
    ['/articles/gone/', `${base}articles/gone/`],
    ['gone.md', undefined],
    ['../imprint.md', undefined],
  ])('%s leads nowhere: the warning is at the link', (target, url) => {
    expect(linkTo(target, address)).toMatchObject({
      url,
      warnings: [{ file: 'site.yaml', line: 5, field: 'links.x', code: 'unknown-page', severity: 'warning' }],
    });
  });
});

test.each([
  ['https://paper.example/paper/imprint', '/paper/imprint/'],
  ['https://paper.example/paper/imprint/', '/paper/imprint/'],
  ['https://paper.example/paper', '/paper/'],
  ['https://paper.example/paper/elsewhere/', 'https://paper.example/paper/elsewhere/'],
  ['https://paper.example/imprint/', 'https://paper.example/imprint/'],
])('the full address %s leads to %s', (target, url) => {
  expect(linkTo(target)).toEqual({ url, warnings: [] });
});

test('the folder of pages comes before the content folder', () => {
  const files = { ...FILES, 'imprint.md': articleFile('title: Another\nlink: https://o.example/') };
  expect(linkTo('imprint.md', '/', files).url).toBe('/imprint/');
  expect(linkTo('/imprint.md', '/', files).url).toBe('/articles/imprint/');
});

test('texts can link to files of the publisher, too', () => {
  const body = '[x](/shop/) [y](/CNAME) [z](/Shop)';
  const { articles, diagnostics } = editionOf({ ...FILES, 'b.md': articleFile('link: https://o.example/', body) });
  expect(JSON.stringify(articles.find(({ slug }) => slug === 'b')?.body)).toMatch(/"shop\/".*"CNAME".*"shop\/"/);
  expect(diagnostics.map(({ file }) => file)).not.toContain('b.md');
});
