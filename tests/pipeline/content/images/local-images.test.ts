import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleFile, contentFolder, editionIn, editionOf, type Files } from '../../../support/content-folder.ts';
import { avif, gif, jpeg, png, svg, webp } from '../../../support/image-files.ts';

/** The lead image of an article with this URL and these other files, and the diagnostics. */
function leadImage(url: string, files: Files) {
  const { articles, diagnostics } = editionOf({ 'news/a.md': articleFile(`image: "${url}"`), ...files });
  return { image: articles[0]?.image, diagnostics };
}

describe('the size is read from the file', () => {
  test.each<[string, Buffer]>([
    ['p.avif', avif(640, 360)],
    ['p.avif', avif(640, 360, 'mif1')],
    ['p.gif', gif(640, 360)],
    ['p.jpg', jpeg(640, 360)],
    ['p.jpeg', jpeg(640, 360, 3)],
    ['p.jpg', jpeg(360, 640, 6)],
    ['p.PNG', png(640, 360)],
    ['p.svg', svg(640, 360)],
    ['p.svg', Buffer.from('<svg viewBox="0,0,640,360"></svg>')],
    [
      'p.svg',
      Buffer.from(`<!-- ${'long '.repeat(400)}--><svg data-x="${'y'.repeat(2_000)}" width='640' height='360'/>`),
    ],
    ['p.webp', webp(640, 360)],
    ['photograph.png', jpeg(640, 360)],
  ])('of %s', (name, bytes) => {
    const { image, diagnostics } = leadImage(name, { [`news/${name}`]: bytes });
    expect(image).toMatchObject({ width: 640, height: 360 });
    expect(image?.url).toMatch(/^assets\/content\/[\w-]+-[0-9a-f]{8}\.[a-z]+$/);
    expect(diagnostics).toEqual([]);
  });

  test.each<[string, Buffer]>([
    ['p.svg', Buffer.from('<svg><path d=""/></svg>')],
    ['p.avif', avif(640, 360, 'avis')],
  ])('if %s has none, the image is used without a size', (name, bytes) => {
    const { image, diagnostics } = leadImage(name, { [`news/${name}`]: bytes });
    expect(image).toEqual({ url: expect.stringContaining('assets/content/p-') as string });
    expect(diagnostics).toEqual([]);
  });
});

describe('an image that cannot be used is a warning at its URL', () => {
  test.each<[string, string, Files]>([
    ['missing.png', 'the file does not exist', {}],
    ['../../outside.png', 'the file does not exist', {}],
    ['notes.txt', 'expected an AVIF, GIF, JPEG, PNG, SVG or WebP file', { 'news/notes.txt': 'x' }],
    ['folder.png', 'it is not a file', { 'news/folder.png/x.md': articleFile('webUrl: https://x.example/2') }],
    ['text.png', 'it is not an image', { 'news/text.png': 'no picture' }],
    ['empty.jpg', 'it is not an image', { 'news/empty.jpg': '' }],
    ['bitmap.png', 'it is not an image', { 'news/bitmap.png': Buffer.from(`BM${'\0'.repeat(60)}`) }],
    ['pixels.svg', 'it is not an image', { 'news/pixels.svg': png(1, 1) }],
    ['drawing.png', 'it is not an image', { 'news/drawing.png': svg(1, 1) }],
    ['large.png', 'it is larger than 20 MB', { 'news/large.png': Buffer.alloc(20_000_001) }],
  ])('%s: %s', (url, reason, files) => {
    const { image, diagnostics } = leadImage(url, files);
    expect(image).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { file: 'news/a.md', line: 5, column: 8, field: 'image', severity: 'warning', code: 'bad-local-image' },
    ]);
    expect(diagnostics[0]?.message).toContain(`The image \`${url}\` cannot be used: ${reason}`);
  });

  test('for a file outside the content folder, or a symbolic link to one', () => {
    const outside = contentFolder({
      'content/a.md': articleFile('image: ../secret.png', '![Through a link](link.png)'),
      'secret.png': png(1, 1),
    });
    const root = path.join(outside, 'content');
    symlinkSync(path.join(outside, 'secret.png'), path.join(root, 'link.png'));
    const { diagnostics, localImages } = editionIn(root);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The image `../secret.png` cannot be used: it is outside the content folder.',
      'The image `link.png` cannot be used: it is outside the content folder.',
    ]);
    expect(localImages).toEqual([]);
  });
});

describe('an image wider than 1,600 px is a warning at its URL', () => {
  const wide = { 'news/wide.png': png(4_000, 10), 'news/fit.png': png(1_600, 4_000) };
  const large = { severity: 'warning', code: 'large-image' };

  test('in the front matter and the body', () => {
    const lines = 'images:\n  - fit.png\n  - url: wide.png';
    const { diagnostics } = editionOf({ 'news/a.md': articleFile(lines, 'Words.\n\n![Wide](wide.png)'), ...wide });
    expect(diagnostics).toMatchObject([
      { ...large, field: 'images[1].url', line: 7, column: 10 },
      { ...large, field: 'body', line: 11, column: 1 },
    ]);
    expect(diagnostics[0]?.message).toBe('Expected an image at most 1,600 px wide, found 4,000 px.');
  });

  test('by its displayed width: a rotated image is as wide as its stored height', () => {
    expect(leadImage('p.jpg', { 'news/p.jpg': jpeg(4_000, 900, 8) }).diagnostics).toEqual([]);
    expect(leadImage('p.jpg', { 'news/p.jpg': jpeg(900, 4_000, 8) }).diagnostics).toMatchObject([large]);
  });

  test('but not for an SVG', () => {
    expect(leadImage('p.svg', { 'news/p.svg': svg(4_000, 3_000) }).diagnostics).toEqual([]);
  });

  test("for the site's logo", () => {
    const { diagnostics } = editionOf({
      'site.yaml': 'logo: wide.png\n',
      'wide.png': png(1_601, 2),
      'a.md': articleFile(),
    });
    expect(diagnostics).toMatchObject([{ ...large, file: 'site.yaml', field: 'logo', line: 1, column: 7 }]);
  });

  test("for a provider's logo, if it is used", () => {
    const logos = (...names: string[]): string => `images: [${names.join(', ')}]`;
    const article = (lines: string): Files => ({
      'news/a.md': articleFile(`provider: { name: N, domain: n.example, ${lines} }`),
      ...wide,
      'news/small.png': png(50, 50),
    });
    expect(editionOf(article(logos('wide.png'))).diagnostics).toMatchObject([
      { ...large, field: 'provider.images[0]' },
    ]);
    expect(editionOf(article(logos('wide.png', 'small.png'))).diagnostics).toEqual([]);
    const declared = {
      ...article('images: []'),
      'providers/n.yaml': 'name: N\ndomain: n.example\nimages:\n  - url: /news/wide.png\n',
    };
    expect(editionOf(declared).diagnostics).toMatchObject([
      { ...large, file: 'providers/n.yaml', line: 4, column: 10 },
    ]);
  });
});

test.each([
  ['a b.png', 'a b.png'],
  ['a%20b.png', 'a b.png'],
  ['100%.png', '100%.png'],
  ['заря-夜明け.png', 'заря-夜明け.png'],
  ['/plates/p.png', '../plates/p.png'],
  ['../plates/p.png', '../plates/p.png'],
])('%s is the file %s', (url, file) => {
  expect(leadImage(url, { [path.posix.join('news', file)]: png(2, 1) })).toMatchObject({
    image: { width: 2, height: 1 },
    diagnostics: [],
  });
});

test('an image of two articles is one asset, and other bytes get another name', () => {
  const outputsFor = (bytes: Buffer): string[] => {
    const { articles, localImages } = editionOf({
      'a.md': articleFile('image: plates/p.png\nwebUrl: https://x.example/1'),
      'deep/b.md': articleFile('image: ../plates/p.png\nwebUrl: https://x.example/2', '![Again](/plates/p.png)'),
      'plates/p.png': bytes,
    });
    const outputs = localImages.map(({ output }) => output);
    expect(articles.map(({ image }) => image?.url)).toEqual([outputs[0], outputs[0]]);
    return outputs;
  };
  const [first, ...others] = outputsFor(png(2, 1));
  expect(others).toEqual([]);
  expect(outputsFor(png(2, 1))).toEqual([first]);
  expect(outputsFor(png(1, 2))).not.toEqual([first]);
});

describe('in the folder of another system, a path may be relative to', () => {
  test.each<[string, string, string]>([
    ['the static folder', 'img/a.png', 'static/img/a.png'],
    ['the assets folder', 'img/a.png', 'assets/img/a.png'],
    ['a folder with the name of the article', 'a.png', 'content/news/x/a.png'],
    ['the project', '@site/static/a.png', 'static/a.png'],
  ])('%s', (_, url, file) => {
    const files = { 'hugo.toml': '', 'content/news/x.md': articleFile(`image: "${url}"`), [file]: png(4, 2) };
    const { articles, diagnostics } = editionOf(files);
    expect(articles[0]?.image).toMatchObject({ width: 4, height: 2 });
    expect(diagnostics).toEqual([]);
  });

  test('nothing outside the content folder', () => {
    const files = { 'hugo.toml': '', 'content/x.md': articleFile('image: ../../../a.png') };
    expect(editionOf(files).diagnostics).toMatchObject([{ code: 'bad-local-image' }]);
  });
});
