import { buildFolder } from './build-site.ts';
import { svg } from './image-files.ts';
import { writeContent } from './temp-content.ts';
import { BODY_STORY, paperFiles } from './test-paper.ts';

/** The number of ordinary stories, which are those of the test site, newest first. */
export const PLAIN_STORIES = 36;

/** The addresses of one page of every kind. */
export const KINDS = {
  front: '',
  topic: 'topics/technology/',
  provider: 'providers/p1.example/',
  archive: 'archive/1/',
  article: 'articles/report/',
  'article with a body': 'articles/body/',
  'article without links': `articles/story-${BODY_STORY}/`,
  'article on an event': 'articles/fire-council/',
  event: 'events/fire-first/',
  'right-to-left article': 'articles/arabic/',
  video: 'articles/video/',
  settings: 'settings/',
};

/** An origin URL, an AMP URL and an AMP cache URL. */
const threeAddresses = (name: string): string[] => [
  `webUrl: https://www.source.example/${name}`,
  `ampWebUrl: https://amp.source.example/${name}`,
  `cdnAmpWebUrl: https://amp-source-example.cdn.ampproject.org/c/s/amp.source.example/${name}`,
];

const SOURCE = 'provider: { name: The Source, domain: source.example }';
const picture = (url: string): string => `images: [{ url: "${url}", width: 1200, height: 800 }]`;

const related = (name: string): string =>
  [
    `  - title: Before that, ${name}`,
    'publishedDateTime: 2021-05-17',
    ...threeAddresses(name),
    SOURCE,
    picture(`https://images.example/${name}.jpg`),
  ].join('\n    ');

function file(title: string, lines: string[], body = ''): string {
  return ['---', `title: ${title}`, ...lines, '---', body].join('\n');
}

/** A report on one event, which has links only. */
const eventReport = (provider: string, title: string, lines: string[]): string =>
  file(title, [
    ...lines,
    `webUrl: https://www.${provider.toLowerCase()}.example/fire`,
    'topics: [Technology]',
    `provider: { name: The ${provider}, domain: ${provider.toLowerCase()}.example }`,
  ]);

/** Articles on one event, oldest first, by the last parts of their addresses. All name Marwick and Tollen. */
export const EVENT_REPORTS = ['fire-first', 'fire-ferry', 'fire-council'];

/** Special stories, some new, some old. */
const SPECIAL: Record<string, string> = {
  'report.md': file('An old report with all that belongs to one', [
    'excerpt: What was known of it then, told in as many words as an excerpt of a newspaper usually takes.',
    'publishedDateTime: 2021-05-19T15:02:27Z',
    ...threeAddresses('report'),
    'topics: [Space, Technology]',
    SOURCE,
    picture('https://images.example/report.jpg'),
    'related:',
    ...['one', 'two', 'three'].map(related),
  ]),
  'body.md': file(
    'A story that is told here and elsewhere',
    [
      'publishedDateTime: 2022-06-06',
      'webUrl: https://www.source.example/body',
      'topics: [Technology]',
      SOURCE,
      'image: plate.svg',
    ],
    `It begins with a paragraph that has _emphasis_, **weight**, \`code\` and [a link](https://www.source.example/a).

## What it took

- a list,
- of two things;

> and what somebody said of it.

    a line of code that is longer than the column of text on any telephone could ever be, so that it scrolls

| Here | There |
| --- | ---: |
| one | 1 |
`,
  ),
  'arabic.md': file('قصة من المرصد الكبير عن نجم بعيد', [
    'excerpt: رأى الراصدون ما لم يره أحد من قبلهم، وكتبوا عنه ما كتبوا.',
    'publishedDateTime: 2026-11-23T12:00:00Z',
    'webUrl: https://www.source.example/arabic',
    'locale: ar',
    'topics: [Space]',
    SOURCE,
    'image: plate.svg',
  ]),
  'long.md': file(
    'A headline that goes on for as long as an editor in a hurry lets it, past the second line and then past the third',
    [
      'publishedDateTime: 2026-11-23T09:00:00Z',
      ...threeAddresses('long'),
      'topics: [Literature]',
      SOURCE,
      'image: plate.svg',
    ],
  ),
  'video.md': file('A film of a few seconds', [
    'publishedDateTime: 2005-04-24T03:31:52Z',
    'type: video',
    'webUrl: https://www.youtube.com/watch?v=jNQXAC9IVRw',
    `featuredContent: '<iframe src="https://www.youtube.com/embed/jNQXAC9IVRw"></iframe>'`,
    'topics: [Technology]',
    'image: plate.svg',
  ]),
  'fire-first.md': eventReport('Beacon', 'Fire in the fish hall of Marwick harbour', [
    'excerpt: Crews from Marwick and Tollen fight the flames. Nobody was hurt, said the harbour master, Ada Quill.',
    'publishedDateTime: 2020-03-12T06:20:00Z',
  ]),
  'fire-ferry.md': eventReport('Courier', 'Ferry to Tollen waits while Marwick fish hall burns', [
    'excerpt: Smoke closed the harbour for four hours. Quill, the harbour master, let the first boat sail at noon.',
    'publishedDateTime: 2020-03-12T11:05:00Z',
    picture('https://images.example/ferry.jpg'),
  ]),
  'fire-council.md': eventReport('Ledger', 'Marwick council will rebuild its burnt fish hall, with help from Tollen', [
    'excerpt: Both towns share the cost. The harbour stays open, and Ada Quill hopes for a roof before winter.',
    'publishedDateTime: 2020-03-12T19:40:00Z',
  ]),
  'draft.md': file('A story that is not out yet', [
    'publishedDateTime: 2026-11-22',
    'webUrl: https://www.source.example/draft',
    'published: false',
  ]),
};

/** The number of stories that the site shows: one of the special ones is a draft. */
export const SHOWN_STORIES = PLAIN_STORIES + Object.keys(SPECIAL).length - 1;

/** A new content folder for a site with a page of every kind. `settings`: lines of `site.yaml`, besides the title. */
export const writeKindsContent = (settings = ''): string =>
  writeContent({
    ...paperFiles(PLAIN_STORIES),
    ...SPECIAL,
    'plate.svg': svg(1200, 800).toString(),
    'logo.svg': svg(64, 64).toString(),
    'providers/p1.yaml': 'name: Paper 1\ndomain: p1.example\nimages: [{ url: ../logo.svg, width: 64, height: 64 }]\n',
    'topics/literature.yaml': 'name: Literature\norder: 3\n',
    ...(settings && { 'site.yaml': `title: The Test Paper\n${settings}` }),
  });

let built: Promise<string> | undefined;

/** The folder of that site. It is built once per run. */
export function buildKindsPaper(): Promise<string> {
  built ??= buildFolder({ CONTENT_DIR: writeKindsContent() });
  return built;
}
