import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import ArticleBody from '../../../../src/app/article/body/article-body.tsx';
import type { BodyNode } from '../../../../src/model/body.ts';

afterEach(cleanup);

const show = (...body: BodyNode[]) => render(<ArticleBody body={body} title="Fair" />).container;

test('links to pages of this site are links of the app, files and addresses plain links', () => {
  show(
    { tag: 'a', to: '/articles/b/#b-why', children: ['page'] },
    { tag: 'a', href: 'assets/content/a b-0.pdf', children: ['file'] },
    { tag: 'a', href: 'mailto:a@b.example', children: ['mail'] },
    { tag: 'a', href: '#b-x', children: ['below'] },
  );
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    '/articles/b/#b-why',
    '/assets/content/a%20b-0.pdf',
    'mailto:a@b.example',
    '#b-x',
  ]);
});

test('footnotes have names for screen readers', () => {
  show(
    { tag: 'sup', children: [{ tag: 'a', href: '#n', id: 'r', note: 'reference', children: ['1'] }] },
    { tag: 'section', children: [{ tag: 'a', href: '#r', note: 'back', children: ['↩'] }] },
  );
  expect(screen.getByRole('doc-noteref', { name: 'Footnote 1' })).toBeDefined();
  expect(screen.getByRole('doc-backlink', { name: 'Back to the text' })).toBeDefined();
  expect(screen.getByRole('doc-endnotes', { name: 'Footnotes' })).toBeDefined();
});

test('tasks have a checkbox that tells whether they are done', () => {
  show({
    tag: 'ul',
    children: [
      { tag: 'li', checked: true, children: ['sold'] },
      { tag: 'li', checked: false, children: ['built'] },
    ],
  });
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox');
  expect(boxes.map((box) => [box.checked, box.disabled, box.getAttribute('aria-label')])).toEqual([
    [true, true, 'Done'],
    [false, true, 'Not done'],
  ]);
});

test('figures, callouts, spans and definitions keep their attributes', () => {
  const container = show(
    { tag: 'figure', children: [{ tag: 'img', src: 'https://a.example/x.png', alt: 'Pier', width: 2, height: 1 }] },
    { tag: 'blockquote', callout: 'note', children: [{ tag: 'p', children: ['Note'] }] },
    { tag: 'table', children: [{ tag: 'tbody', children: [{ tag: 'tr', children: [{ tag: 'td', colSpan: 2 }] }] }] },
    { tag: 'h2', id: 'b-x', children: ['X'] },
  );
  expect(container.querySelector('figure > img')?.getAttribute('width')).toBe('2');
  expect(container.querySelector('blockquote')?.dataset.callout).toBe('note');
  expect(container.querySelector('td')?.colSpan).toBe(2);
  expect(container.querySelector('h2')?.id).toBe('b-x');
});
