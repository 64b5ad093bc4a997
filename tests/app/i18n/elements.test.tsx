import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { fillElements } from '../../../src/app/i18n/fill-elements.tsx';
import { listElements } from '../../../src/app/i18n/list-elements.tsx';

test('elements stand at the places of their placeholders, in the order of the text', () => {
  const text = ({ from, to }: { from: string; to: string }): string => `${to} instead of ${from}.`;
  expect(renderToStaticMarkup(<p>{fillElements({ from: <em>a</em>, to: <b>b</b> }, text)}</p>)).toBe(
    '<p><b>b</b> instead of <em>a</em>.</p>',
  );
});

test('a list has an element for each item', () => {
  const list = listElements(['a', 'b', 'c'], (name) => <em>{name}</em>);
  expect(renderToStaticMarkup(<p>{list}</p>)).toBe('<p><em>a</em>, <em>b</em>, and <em>c</em></p>');
});
