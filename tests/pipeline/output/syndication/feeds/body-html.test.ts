import { expect, test } from 'vitest';
import { BODY_TAGS, type BodyNode } from '../../../../../src/model/body.ts';
import { bodyHtml } from '../../../../../src/pipeline/output/syndication/feeds/body-html.ts';

const site = {
  title: 'Paper',
  language: 'en',
  timeZone: 'UTC',
  basePath: '/daily/',
  address: 'https://paper.example/daily/',
};
const pageUrl = 'https://paper.example/daily/articles/a/';
const htmlOf = (...body: BodyNode[]): string => bodyHtml({ body, site, pageUrl });

test('escapes text and attributes', () => {
  expect(htmlOf({ tag: 'p', children: ['a < b & "c" </p><script>'] })).toBe(
    '<p>a &lt; b &amp; &quot;c&quot; &lt;/p&gt;&lt;script&gt;</p>',
  );
  const link: BodyNode = { tag: 'a', href: 'https://a.example/?a="><b>', children: ['x'] };
  expect(htmlOf(link)).toBe('<a href="https://a.example/?a=&quot;&gt;&lt;b&gt;">x</a>');
  expect(htmlOf({ tag: 'img', src: 'https://a.example/i.png', alt: '"><b>' })).toBe(
    '<img src="https://a.example/i.png" alt="&quot;&gt;&lt;b&gt;">',
  );
});

test('writes full URLs', () => {
  const link = (fields: object): string => htmlOf({ tag: 'a', ...fields, children: ['x'] });
  expect(link({ href: 'mailto:a@a.example' })).toBe('<a href="mailto:a@a.example">x</a>');
  expect(link({ href: '#b-note' })).toBe(`<a href="${pageUrl}#b-note">x</a>`);
  expect(link({ to: '/articles/b/#b-x' })).toBe('<a href="https://paper.example/daily/articles/b/#b-x">x</a>');
  expect(link({ href: 'assets/content/a b.pdf' })).toBe(
    '<a href="https://paper.example/daily/assets/content/a%20b.pdf">x</a>',
  );
  expect(link({})).toBe('x');
  expect(htmlOf({ tag: 'img', src: 'assets/content/a b.png', alt: '', width: 4, height: 3 })).toBe(
    '<img src="https://paper.example/daily/assets/content/a%20b.png" alt="" width="4" height="3">',
  );
});

test('keeps what the elements mean, without ids and classes', () => {
  expect(htmlOf({ tag: 'h2', id: 'b-x', children: ['Title'] })).toBe('<h2>Title</h2>');
  expect(htmlOf({ tag: 'ol', start: 3, children: [{ tag: 'li', children: ['x', { tag: 'br' }] }] })).toBe(
    '<ol start="3"><li>x<br></li></ol>',
  );
  expect(htmlOf({ tag: 'td', align: 'right', colSpan: 2, children: ['1'] })).toBe(
    '<td align="right" colspan="2">1</td>',
  );
  expect(htmlOf({ tag: 'li', checked: true, children: ['x'] }, { tag: 'li', checked: false, children: ['y'] })).toBe(
    '<li>☑ x</li><li>☐ y</li>',
  );
  expect(htmlOf({ tag: 'blockquote', callout: 'note', children: ['x'] })).toBe('<blockquote>x</blockquote>');
});

test('links to the page of a video', () => {
  const url = 'https://www.youtube.com/watch?v=jNQXAC9IVRw';
  expect(htmlOf({ tag: 'video', video: { host: 'youtube', id: 'jNQXAC9IVRw' } })).toBe(`<a href="${url}">${url}</a>`);
});

test.each(BODY_TAGS)('closes %s', (tag) => {
  expect(htmlOf({ tag, children: ['x'] })).toMatch(/^<(\w+)[^<]*>x<\/\1>$|^<[bh]r>$|^<img src="[^"]*" alt="">$|^x?$/);
});
