import type { Summary } from '../../model/article.ts';
import type { BodyNode } from '../../model/body.ts';

/* What the page of parts shows. The text is in English, whatever the language of the site. */

/** The dev server draws it. */
const PICTURE = { url: '__parts/picture.svg', width: 1200, height: 800, alt: 'A drawn landscape' };

const story = (slug: string, rest: Partial<Summary>): Summary => ({
  slug,
  title: slug,
  publishedAt: '2026-11-20T08:15:00Z',
  topics: [{ slug: 'harbour', name: 'Harbour' }],
  kind: 'article',
  ...rest,
});

export const SAMPLE_STORIES: Summary[] = [
  story('lead', {
    title: 'The bridge over the harbour opens again after two years of repairs',
    excerpt: 'The first tram crossed it at six in the morning. Cars have to wait until the spring.',
    provider: { name: 'Harbour Gazette', domain: 'gazette.example' },
    image: PICTURE,
    originUrl: 'https://gazette.example/bridge',
  }),
  story('feature', {
    title: 'A library of seeds in a former tram depot',
    excerpt: 'Readers borrow beans in March and bring back more of them in October.',
    authors: [{ name: 'Ann Roe' }],
    image: PICTURE,
  }),
  story('card', {
    title: 'Council votes on quieter streets around schools',
    excerpt: 'Eleven streets lose their through traffic between seven and nine.',
    provider: { name: 'Town Radio', domain: 'radio.example' },
    originUrl: 'https://radio.example/streets',
  }),
  story('draft', { title: 'A draft, which only its author sees', isDraft: true }),
  story('read', { title: 'A story that was read' }),
];

const text = (tag: 'p' | 'h2' | 'h3' | 'li' | 'th' | 'td' | 'figcaption', ...children: BodyNode[]): BodyNode => ({
  tag,
  children,
});

export const SAMPLE_BODY: BodyNode[] = [
  text(
    'p',
    'The first paragraph has ',
    { tag: 'a', href: 'https://gazette.example/', children: ['a link'] },
    ', ',
    { tag: 'em', children: ['emphasis'] },
    ', ',
    { tag: 'strong', children: ['strong words'] },
    ', ',
    { tag: 'mark', children: ['a marked part'] },
    ' and ',
    { tag: 'code', children: ['code'] },
    '.',
  ),
  text('h2', 'A heading'),
  text(
    'p',
    'The text below it goes on for more than a line, so that the distance between lines and the width can be seen.',
  ),
  { tag: 'blockquote', children: [text('p', 'A quotation, which is set apart from the text around it.')] },
  { tag: 'blockquote', callout: 'note', children: [text('p', 'Note'), text('p', 'A callout with a title.')] },
  { tag: 'ul', children: [text('li', 'one item'), text('li', 'another item')] },
  text('h3', 'A smaller heading'),
  {
    tag: 'table',
    children: [
      { tag: 'thead', children: [{ tag: 'tr', children: [text('th', 'Line'), text('th', 'Minutes')] }] },
      { tag: 'tbody', children: [{ tag: 'tr', children: [text('td', 'Tram 4'), text('td', '12')] }] },
    ],
  },
  { tag: 'pre', children: [{ tag: 'code', children: ['npm run build'] }] },
  {
    tag: 'figure',
    children: [
      { tag: 'img', src: PICTURE.url, alt: PICTURE.alt, width: PICTURE.width, height: PICTURE.height },
      text('figcaption', 'A caption below a picture'),
    ],
  },
];
