import { buildFolder } from './build-site.ts';
import { writeContent } from './temp-content.ts';

/** The current time in tests. */
export const NOW = '2026-11-23T20:00:00Z';

const NEWEST = Date.parse('2026-11-23T18:00:00Z');
const HOURS_APART = 5;

export interface PaperStory {
  /** 0 is the newest. */
  number: number;
  title: string;
  publishedAt: string;
  topics: string[];
  domain: string;
  /** Its origin URL; absent in `BODY_STORY`, which has a body instead. */
  webUrl?: string;
}

/** The number of the only story without an origin URL. */
export const BODY_STORY = 5;

/** A story; topics and provider depend on its number. Stories are five hours apart. */
function paperStory(number: number): PaperStory {
  const topics = [
    ...(number % 2 === 0 ? ['Space'] : []),
    ...(number % 3 === 0 ? ['Physics'] : []),
    ...(number % 5 === 0 ? ['Technology'] : []),
    ...(number % 7 === 1 ? ['Culture'] : []),
  ];
  const domain = `p${number % 4}.example`;
  return {
    number,
    title: `Story ${number}`,
    publishedAt: new Date(NEWEST - number * HOURS_APART * 3_600_000).toISOString(),
    topics: topics.length > 0 ? topics : ['Society'],
    domain,
    ...(number === BODY_STORY ? {} : { webUrl: `https://www.${domain}/${number}` }),
  };
}

export const paperStories = (count: number): PaperStory[] => Array.from({ length: count }, (_, n) => paperStory(n));

function storyFile(story: PaperStory): string {
  const { number, title, publishedAt, topics, domain, webUrl } = story;
  return `---
title: ${title}
excerpt: What there is to say about the story of number ${number}, in a sentence or two that fill the lines of a card.
publishedDateTime: ${publishedAt}
${webUrl ? addresses(story) : ''}topics: [${topics.join(', ')}]
provider: { name: Paper ${domain.slice(1, 2)}, domain: ${domain} }
${number % 4 === 0 ? `images:\n  - url: https://images.example/${number}.jpg\n    width: 1200\n    height: 800\n` : ''}${number === 0 ? RELATED : ''}---
${webUrl ? '' : BODY}`;
}

const addresses = ({ number, domain, webUrl }: PaperStory): string =>
  `webUrl: ${webUrl}\n${number % 6 === 0 ? ampAddresses(number, domain) : ''}`;

const ampAddresses = (number: number, domain: string): string => `ampWebUrl: https://amp.${domain}/${number}
cdnAmpWebUrl: https://amp-${domain.replace('.', '-')}.cdn.ampproject.org/c/s/amp.${domain}/${number}
`;

/** The related stories of the newest story: one on this site, and one on another. */
const RELATED = `related:
  - title: Story 6
    publishedDateTime: ${paperStory(6).publishedAt}
    webUrl: ${paperStory(6).webUrl}
  - title: Of another paper
    publishedDateTime: 2026-11-20T08:00:00Z
    webUrl: https://www.elsewhere.example/a
`;

const BODY = `## What a story may say

| Here | There |
| --- | --- |
| all | nothing |

## What it leads to
`;

const FIXED: Record<string, string> = {
  'site.yaml': 'title: The Test Paper\nlanguage: en-GB\n',
  'topics/science.yaml': 'name: Science\norder: 1\n',
  'topics/space.yaml': 'name: Space\nparent: Science\n',
  'topics/physics.yaml': 'name: Physics\nparent: Science\n',
  'topics/technology.yaml': 'name: Technology\norder: 2\n',
};

/** The content files of a test site with a number of stories. */
export const paperFiles = (count: number): Record<string, string> => ({
  ...FIXED,
  ...Object.fromEntries(paperStories(count).map((story) => [`story-${story.number}.md`, storyFile(story)])),
});

const built = new Map<number, Promise<string>>();

/** The folder of that site. It is built once per run. */
export function buildPaper(count = 200): Promise<string> {
  const cached = built.get(count);
  if (cached) return cached;
  const building = buildFolder({ CONTENT_DIR: writeContent(paperFiles(count)) });
  built.set(count, building);
  return building;
}

/** What the next edition of the test paper changes. The purged story is withdrawn, too. */
export const NEXT_EDITION = { withdrawn: 'story-5', purged: 'story-2', added: { slug: 'story-n', title: 'Story N' } };

let next: Promise<string> | undefined;

/** The folder of the test paper with 200 stories, in its next edition. It is built once per run. */
export function buildNextPaper(): Promise<string> {
  const { withdrawn, purged, added } = NEXT_EDITION;
  const files = paperFiles(200);
  const source = files[`${purged}.md`] ?? '';
  delete files[`${withdrawn}.md`];
  delete files[`${purged}.md`];
  next ??= buildFolder({
    CONTENT_DIR: writeContent({
      ...files,
      [`${added.slug}.md`]: source
        .replace(/^title: .*$/m, `title: ${added.title}`)
        .replace(/^publishedDateTime: .*$/m, 'publishedDateTime: 2026-11-23T19:00:00Z'),
      'site.yaml': `${FIXED['site.yaml']}purge: [${purged}]\n`,
    }),
  });
  return next;
}
