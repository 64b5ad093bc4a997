import { describe, expect, test } from 'vitest';
import type { BodyNode } from '../../../../../src/model/body.ts';
import { editionOf } from '../../../../support/content-folder.ts';

/** The body of a note in an Obsidian vault. */
function noteBody(markdown: string, file = '.obsidian/app.json'): BodyNode[] | undefined {
  return editionOf({ [file]: '', '2026-02-03 a.md': `---\ntitle: A\n---\n${markdown}\n` }).articles[0]?.body;
}

describe('in a note of Obsidian', () => {
  test('the id of a paragraph is not shown', () => {
    expect(noteBody('One. ^block-1\n\n2^10 and x ^2^ stay.')).toEqual([
      { tag: 'p', children: ['One.'] },
      { tag: 'p', children: ['2^10 and x ^2^ stay.'] },
    ]);
    expect(noteBody('One. ^block-1', 'x.txt')).toEqual([{ tag: 'p', children: ['One. ^block-1'] }]);
  });

  test('an inline footnote is in parentheses', () => {
    expect(noteBody('One^[a *b*], two.')).toEqual([
      { tag: 'p', children: ['One (a ', { tag: 'em', children: ['b'] }, '), two.'] },
    ]);
  });
});

test('a `note` of Hexo with the name of a kind has that kind', () => {
  const [callout] = noteBody('{% note warning %}\nText.\n{% endnote %}', 'x.txt') ?? [];
  expect(callout).toMatchObject({ tag: 'blockquote', callout: 'warning' });
  expect(JSON.stringify(callout)).toContain('Warning');
});

test.each([
  ['{{< tweet user="jo" id="12" >}}', 'https://x.com/jo/status/12'],
  ['{{< x user="jo" id="12" >}}', 'https://x.com/jo/status/12'],
  ['{% twitter https://x.com/jo/status/12 %}', 'https://x.com/jo/status/12'],
  ['{{< instagram CxOWiQNP2MO >}}', 'https://www.instagram.com/p/CxOWiQNP2MO/'],
])('%s is a link in a quote', (tag, href) => {
  const paragraph = { tag: 'p', children: [{ tag: 'a', href, children: [href] }] };
  expect(noteBody(tag, 'x.txt')).toEqual([{ tag: 'blockquote', children: [paragraph] }]);
});

test('the warning about an include names its file', () => {
  const file = '---\ntitle: A\ndate: 2026-02-03\n---\n{% include form.html id="1" %}\n\nText.\n';
  expect(editionOf({ 'a.md': file }).diagnostics).toMatchObject([
    { message: 'Expected Markdown or a known tag, found `{% include form.html %}`; it is left out.' },
  ]);
});
