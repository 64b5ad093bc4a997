import { expect, test } from 'vitest';
import type { BodyNode, BodyTag } from '../../../src/model/body.ts';
import { bodyText } from '../../../src/model/search/body-text.ts';
import { termsOf } from '../../../src/model/search/terms.ts';

const element = (tag: BodyTag, ...children: BodyNode[]): BodyNode => ({ tag, children });
const termsIn = (...nodes: BodyNode[]): string[] => [...termsOf(bodyText(nodes))];

test('emphasis, links, code and raised letters in a word do not end it', () => {
  expect(termsIn(element('p', 'un', element('strong', 'believ'), 'able'))).toEqual(['unbelievable']);
  expect(termsIn(element('p', element('a', 'data'), 'base ', element('code', 'type'), 'script'))).toEqual([
    'database',
    'typescript',
  ]);
  expect(termsIn(element('p', 'H', element('sub', '2'), 'O'))).toEqual(['h2o']);
});

test('paragraphs, headings, list items, table cells and line breaks end a word', () => {
  expect(termsIn(element('h2', 'one'), element('p', 'two', { tag: 'br' }, 'three'))).toEqual(['one', 'two', 'three']);
  expect(termsIn(element('ul', element('li', 'one'), element('li', 'two')))).toEqual(['one', 'two']);
  expect(termsIn(element('tr', element('td', 'one'), element('td', 'two')))).toEqual(['one', 'two']);
});

test('an abbreviation ends with its paragraph', () => {
  expect(termsIn(element('p', 'in the U.S.'), element('p', 'A word'))).toEqual(['in', 'the', 'us', 'a', 'word']);
});

test('an article without a body has no text', () => {
  expect(bodyText(undefined)).toBe('');
});
