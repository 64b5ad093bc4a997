import { expect, test } from 'vitest';
import type { BodyNode } from '../../../../src/model/body.ts';
import { firstParagraph } from '../../../../src/pipeline/content/markdown/first-paragraph.ts';

const p = (...children: BodyNode[]): BodyNode => ({ tag: 'p', children });

test('skips headings, pictures, lists, tables, code and callouts', () => {
  const before: BodyNode[] = [
    { tag: 'h2', children: ['Title'] },
    p({ tag: 'img', src: 'a.png', alt: 'A pier' }),
    { tag: 'figure', children: [{ tag: 'img', src: 'a.png', alt: 'A pier' }] },
    { tag: 'ul', children: [{ tag: 'li', children: ['One'] }] },
    { tag: 'table', children: [] },
    { tag: 'pre', children: [{ tag: 'code', children: ['x'] }] },
    { tag: 'blockquote', callout: 'note', children: [p('Note')] },
  ];
  expect(firstParagraph([...before, p('First.'), p('Second.')])).toBe('First.');
  expect(firstParagraph(before)).toBeUndefined();
});

test('is plain text on one line, without the numbers of footnotes', () => {
  const note: BodyNode = { tag: 'sup', children: [{ tag: 'a', href: '#n', note: 'reference', children: ['1'] }] };
  expect(
    firstParagraph([p('The ', { tag: 'strong', children: ['fair'] }, note, '\nopens', { tag: 'br' }, 'at nine.')]),
  ).toBe('The fair opens at nine.');
});

test('is the first paragraph of a quote if there is no other', () => {
  const quote: BodyNode = { tag: 'blockquote', children: [p('Said.')] };
  expect(firstParagraph([quote])).toBe('Said.');
  expect(firstParagraph([quote, p('Own words.')])).toBe('Own words.');
});
