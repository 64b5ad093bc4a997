import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BodyElement, BodyNode, BodyTag } from '../../../../../src/model/body.ts';
import { elementsOf, outlineOf, textIn } from '../../../../support/body-tree.ts';
import { articleOf } from '../../../../support/content-folder.ts';
import { parseForTest } from '../../../../support/parse-body.ts';
import { runsOf } from '../../../../support/property-runs.ts';

const outline = (markdown: string): string => outlineOf(articleOf('', markdown).article?.body);

describe('HTML becomes the elements of Markdown', () => {
  test.each([
    ['<p>The <b>fair</b> opens.</p>', 'p(The strong(fair) opens.)'],
    ['<p>One<p>Two', 'p(One)p(Two)'],
    ['Pier 4<br>Harbour Road', 'p(Pier 4br()Harbour Road)'],
    ['<div>One</div><div>Two</div>', 'p(One)p(Two)'],
    ['text <div>block</div> more', 'p(text )p(block)p(more)'],
    ['<b><p>One</p><p>Two</p></b>', 'p(strong(One))p(strong(Two))'],
    ['<a href="https://a.example/"><h2>Title</h2></a>', 'h2(a(Title))'],
    ['<ul><li>One<li>Two</ul>', 'ul(li(One)li(Two))'],
    ['<ul>One<ul><li>Two</ul></ul>', 'ul(li(Oneul(li(Two))))'],
    ['<li>One</li>', 'p(One)'],
    ['<table><tr><td>1<td>2<tr><td>3</table>', 'table(tbody(tr(td(1)td(2))tr(td(3))))'],
    ['<table><caption>Sums</caption>text<td>1</table>', 'p(text)table(caption(Sums)tbody(tr(td(1))))'],
    ['<td>1</td>', 'p(1)'],
    ['<dl><dt>Pier<dd>Where boats land</dl>', 'dl(dt(Pier)dd(Where boats land))'],
    ['<details><summary>More</summary>\n\nText.\n\n</details>', 'details(summary(More)p(Text.))'],
    [
      '<figure><img src="https://a.example/x.png"><figcaption>Pier</figcaption></figure>',
      'figure(img()figcaption(Pier))',
    ],
    ['<center>\n\n**x**\n\n</center>', 'p(strong(x))'],
    ['H<sub>2</sub>O, <kbd>C</kbd>, <mark>m</mark>, <q>said</q>', 'p(Hsub(2)O, kbd(C), mark(m), “said”)'],
    ['<unknown-thing>Text *em*</unknown-thing>', 'p(Text em(em))'],
    ['<pre>\n\n<div>a</div>b</pre>', 'pre(a\nb)'],
    ['<pre>a <iframe src="https://youtu.be/dQw4w9WgXcQ"></iframe>b</pre>', 'pre(a video()b)'],
    ['*<b>one*</b> two', 'p(em(strong(one)) two)'],
    ['<ruby>漢<rt>kan</rt></ruby>', 'p(漢kan)'],
    ['a < b and c > d, <3', 'p(a < b and c > d, <3)'],
    ['- <b>a</b>\n- b', 'ul(li(strong(a))li(b))'],
    ['*a*\n*b*', 'p(em(a)\nem(b))'],
  ])('%s', (markdown, expected) => {
    expect(outline(markdown)).toBe(expected);
  });
});

const TAGS =
  'p div b i a ul ol li table tr td th tbody caption dl dt dd h1 blockquote pre figure figcaption details summary span br hr video code'.split(
    ' ',
  );
const part = fc.oneof(
  fc.constantFrom(...TAGS.flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
  fc.constantFrom('x', 'y ', '*z*', '\n', '\n\n', '- w', '<a href="https://a.example/">', '< ', '>'),
);

const INLINE_ONLY: readonly BodyTag[] = ['p', 'h2', 'h3', 'h4', 'summary', 'dt', 'figcaption', 'caption', 'pre'];
const BLOCKS: readonly BodyTag[] = [
  'p',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'dl',
  'blockquote',
  'pre',
  'hr',
  'figure',
  'details',
  'table',
];
const PARENTS: Partial<Record<BodyTag, readonly BodyTag[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  tr: ['thead', 'tbody', 'tfoot'],
  td: ['tr'],
  th: ['tr'],
  tbody: ['table'],
  caption: ['table'],
  summary: ['details'],
  figcaption: ['figure'],
};

test('any HTML becomes a tree that browsers parse to the same tree, without loss of text', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const body = parseForTest(parts.join(''));
      const tagsIn = (element: BodyElement): BodyTag[] => elementsOf(element.children).map(({ tag }) => tag);
      const visit = (nodes: readonly BodyNode[], parent: BodyTag | undefined): void => {
        for (const node of nodes) {
          if (typeof node === 'string') continue;
          const parents = PARENTS[node.tag];
          if (parents) expect(parents).toContain(parent);
          visit(node.children ?? [], node.tag);
        }
      };
      visit(body, undefined);
      for (const element of elementsOf(body)) {
        if (INLINE_ONLY.includes(element.tag))
          expect(tagsIn(element).filter((tag) => BLOCKS.includes(tag))).toEqual([]);
        if (element.tag === 'a') expect(tagsIn(element)).not.toContain('a');
      }
      const letters = (text: string): string =>
        text
          .replace(/[^xyzw]/g, '')
          .split('')
          .sort()
          .join('');
      expect(letters(textIn(body))).toBe(letters(parts.join('').replace(/<\/?\w+[^>]*>?/g, ' ')));
    }),
    { numRuns: runsOf(500), seed: 7 },
  );
});
