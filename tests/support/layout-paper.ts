import { buildFolder } from './build-site.ts';
import { svg } from './image-files.ts';
import { writeContent } from './temp-content.ts';

/** The current time in tests. */
export const NOW = '2026-11-27T15:00:00Z';

/** The top-level topics, in their order. */
export const TOPICS = ['World', 'Politics', 'Science', 'Technology', 'Culture', 'Business', 'Sport'];

interface Story {
  title?: string;
  at: string;
  topic?: string;
  lines?: string;
  body?: string;
}

const story = (name: string, { title = name, at, topic = 'Politics', lines = '', body = '' }: Story): string =>
  `---
title: "${title}"
excerpt: What there is to say about it fills two or three lines of a card, and then it stops.
publishedDateTime: ${at}
webUrl: https://www.source.example/${name}?from=paper
topics: [${topic}]
provider: { name: The Source, domain: source.example }
${lines}
---
${body}`;

const WIDE = 'image: wide.svg';

const FILES: Record<string, string> = {
  'site.yaml':
    'title: The Morning Ledger\nlanguage: en-GB\nlinks: { about: "https://paper.example/about" }\naddress: https://paper.example/\n',
  'wide.svg': svg(1600, 900).toString(),
  'tall.svg': svg(800, 1200).toString(),
  ...Object.fromEntries(
    TOPICS.map((name, index) => [`topics/${name.toLowerCase()}.yaml`, `name: ${name}\norder: ${index + 1}\n`]),
  ),
  'topics/space.yaml': 'name: Space\nparent: Science\n',
  'lead.md': story('lead', {
    title: 'Council approves the bridge after nine years of argument',
    at: '2026-11-27T14:05:00Z',
    lines: WIDE,
    body: 'A paragraph with [a link](https://www.source.example/linked).\n',
  }),
  'portrait.md': story('portrait', { at: '2026-11-27T13:00:00Z', topic: 'Sport', lines: 'image: tall.svg' }),
  'midnight.md': story('midnight', { at: '2026-11-27' }),
  'links.md': story('links', { at: '2026-11-27T09:00:00Z' }),
  'lone.md': story('lone', { at: '2026-11-26T10:00:00Z', lines: WIDE }),
  'arabic.md': story('arabic', {
    title: 'NASA: قصة من المرصد الكبير عن نجم بعيد',
    at: '2026-11-25T10:00:00Z',
    topic: 'Space',
    lines: `locale: ar\nimages: [{ url: wide.svg, caption: "NASA: صورة" }]`,
    body: 'NASA نص المقال.\n',
  }),
  ...Object.fromEntries(
    Array.from({ length: 24 }, (_, index) => {
      const at = new Date(Date.parse('2026-11-25T09:00:00Z') - index * 5 * 3_600_000).toISOString();
      return [`more-${index}.md`, story(`more-${index}`, { at, topic: TOPICS[index % 6] ?? '', lines: WIDE })];
    }),
  ),
};

let built: Promise<string> | undefined;

/**
 * The folder of a site for tests of the layout. Its front page has 30 stories: days with many and with one, a portrait,
 * a story with links only, one of another direction.
 */
export function buildLayoutPaper(): Promise<string> {
  built ??= buildFolder({ CONTENT_DIR: writeContent(FILES) });
  return built;
}
