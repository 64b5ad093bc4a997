import { expect, test } from 'vitest';
import { elementsOf, outlineOf } from '../../../support/body-tree.ts';
import { articleFile, articleOf, editionOf } from '../../../support/content-folder.ts';
import { png } from '../../../support/image-files.ts';

const bodyOf = (markdown: string) => articleOf('', markdown).article?.body;

test('headings have ids from their text, unique in the body and never one of the app', () => {
  const ids = elementsOf(bodyOf('# main\n\n## Two *words*, 2!\n\n## main\n\n## 日本語\n\n## ???')).map(({ id }) => id);
  expect(ids.filter(Boolean)).toEqual(['b-main', 'b-two-words-2', 'b-main-1', 'b-日本語', 'b-section']);
});

test('links inside the body lead to headings; a link to nothing becomes text with a warning', () => {
  const { article, diagnostics } = articleOf('', '[a](#tickets) [b](#Tickets) [c](#none) [d](#)\n\n## Tickets');
  expect(elementsOf(article?.body).flatMap(({ href }) => href ?? [])).toEqual(['#b-tickets', '#b-tickets', '#top']);
  expect(diagnostics).toMatchObject([{ line: 6, column: 29, code: 'bad-link', field: 'body' }]);
});

test('footnotes lead there and back', () => {
  const body = bodyOf('One.[^a] Two.[^a]\n\n[^a]: Note.');
  const links = elementsOf(body).flatMap(({ tag, id, href, note }) => (tag === 'a' ? [[note, id, href]] : []));
  expect(links).toEqual([
    ['reference', 'b--fnref-a', '#b--fn-a'],
    ['reference', 'b--fnref-a-2', '#b--fn-a'],
    ['back', undefined, '#b--fnref-a'],
    ['back', undefined, '#b--fnref-a-2'],
  ]);
  expect(body?.at(-1)).toMatchObject({
    tag: 'section',
    children: [{ tag: 'ol', children: [{ tag: 'li', id: 'b--fn-a' }] }],
  });
});

test('tasks are told apart', () => {
  const items = elementsOf(
    bodyOf('- [x] sold\n- [ ] built\n- other\n\n<ul><li><input type="checkbox" checked> html</ul>'),
  );
  expect(items.flatMap(({ tag, checked, children }) => (tag === 'li' ? [[checked, ...(children ?? [])]] : []))).toEqual(
    [
      [true, 'sold'],
      [false, 'built'],
      [undefined, 'other'],
      [true, 'html'],
    ],
  );
});

test('a picture on its line is a figure, its title a caption', () => {
  const src = 'https://a.example/x.png';
  expect(outlineOf(bodyOf(`![Pier](${src} "In 1899")`))).toBe('figure(img()figcaption(In 1899))');
  expect(outlineOf(bodyOf(`[![Pier](${src})](https://b.example/)`))).toBe('figure(a(img()))');
  expect(outlineOf(bodyOf(`![a](${src}) ![b](${src})`))).toBe('p(img() img())');
  expect(bodyOf(`See ![Pier](${src} "In 1899").`)).toMatchObject([
    { children: ['See ', { tag: 'img', alt: 'Pier', title: 'In 1899' }, '.'] },
  ]);
  expect(bodyOf(`<img src="${src}" width="640" height="480px">`)).toMatchObject([
    { tag: 'figure', children: [{ width: 640, height: 480 }] },
  ]);
});

test('the caption of a picture that cannot be used stays, with a warning about the picture', () => {
  const { article, diagnostics } = articleOf('', '![Pier](missing.png "In 1899")');
  expect(outlineOf(article?.body)).toBe('p(In 1899)');
  expect(diagnostics).toMatchObject([{ code: 'bad-local-image', line: 6 }]);
});

test('links for mail and telephone stay; other schemes become text with a warning', () => {
  const { article, diagnostics } = articleOf('', '[a](mailto:a@b.example) [b](tel:+1555) [c](ftp://c.example/)');
  expect(elementsOf(article?.body).flatMap(({ href }) => href ?? [])).toEqual(['mailto:a@b.example', 'tel:+1555']);
  expect(diagnostics).toMatchObject([{ code: 'bad-link', line: 6, column: 40 }]);
});

test('left out elements are one warning per kind, with the line', () => {
  const { article, diagnostics } = articleOf(
    '',
    'a\n\n<script>x</script>\n\n<script>y</script>\n\n<iframe src="https://c.example/"></iframe>',
  );
  expect(outlineOf(article?.body)).toBe('p(a)');
  expect(diagnostics).toMatchObject([
    { line: 8, code: 'left-out' },
    { line: 12, code: 'left-out', hint: 'Link to the page instead.' },
  ]);
  expect(diagnostics[0]?.message).toContain('`<script>`; it is left out. The file has it 2 times.');
});

test('a comment without an end is a warning, unless nothing follows it', () => {
  const { article, diagnostics } = articleOf('', 'One.\n\n<!-- Two.\n\nThree.');
  expect(outlineOf(article?.body)).toBe('p(One.)');
  expect(diagnostics).toMatchObject([{ code: 'left-out', line: 8, column: 1 }]);
  expect(articleOf('', 'One.\n\n<!--').diagnostics).toEqual([]);
});

test('addresses in angle brackets stay in HTML', () => {
  expect(outlineOf(bodyOf('<div>\nSee <https://a.example/> or <me@a.example>.\n</div>'))).toBe(
    'p(See <https://a.example/> or <me@a.example>.)',
  );
});

test('a picture by its name is also found in a block of HTML', () => {
  const files = {
    'a.md': articleFile('', '<div>\n![[Pier.png|The "old" pier]]\n</div>'),
    'pictures/Pier.png': png(2, 1),
  };
  const { articles, diagnostics } = editionOf(files);
  const image = elementsOf(articles[0]?.body).find(({ tag }) => tag === 'img');
  expect(image).toMatchObject({ alt: 'The "old" pier', width: 2, height: 1 });
  expect(diagnostics).toEqual([]);
});

test('files beside the article become assets, and pictures are found by name', () => {
  const { built, articles } = editionOf({
    'news/a.md': articleFile('', '[plan](plan%20b.pdf) [html](x.html) [up](../../x.pdf)\n\n![[Pier.png]]'),
    'news/plan b.pdf': '%PDF-1.4',
    'news/x.html': '<script></script>',
    'files/pier.png': png(2, 1),
  });
  const elements = elementsOf(articles[0]?.body);
  expect(elements.flatMap(({ href, src }) => href ?? src ?? [])).toEqual([
    expect.stringMatching(/^assets\/content\/plan-b-[\da-f]{8}\.pdf$/),
    expect.stringMatching(/^assets\/content\/pier-[\da-f]{8}\.png$/),
  ]);
  expect(built.localImages.map(({ output }) => output).sort()).toEqual(
    elements.flatMap(({ href, src }) => href ?? src ?? []).sort(),
  );
  expect(built.diagnostics.map(({ code }) => code)).toEqual(['bad-local-file', 'bad-link']);
});

test('a footnote without a reference is a warning', () => {
  const { article, diagnostics } = articleOf('', 'One.\n\n[^lost]: Note.');
  expect(outlineOf(article?.body)).toBe('p(One.)');
  expect(diagnostics).toMatchObject([{ code: 'left-out', line: 8, column: 1 }]);
});

test('the cells of a row that is too long stay', () => {
  expect(outlineOf(bodyOf('| a |\n|---|\n| 1 | 2 |'))).toBe('table(thead(tr(th(a)))tbody(tr(td(1)td(2))))');
});

test('a link around a picture that cannot be used stays', () => {
  const { article } = articleOf('', '[![Pier](missing.png)](https://a.example/)');
  expect(outlineOf(article?.body)).toBe('figure(a(Pier))');
});

test('links lead to any HTML element with an id', () => {
  const { article, diagnostics } = articleOf(
    '',
    '[a](#x) [b](#y) [c](#z)\n\n<div id="x">One</div>\n\nTwo <span id="y">three</span> <a name="z"></a>',
  );
  expect(diagnostics).toEqual([]);
  expect(elementsOf(article?.body).flatMap(({ id }) => id ?? [])).toEqual(['b-x', 'b-y', 'b-z']);
});
