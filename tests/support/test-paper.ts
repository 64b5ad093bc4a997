import { buildFolder } from './build-site.ts';
import { writeContent } from './temp-content.ts';

/** The moment at which tests read the paper. */
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
  /** Where it was published; of `BODY_STORY` its body is all that there is. */
  webUrl?: string;
}

/** The number of the one story that lies nowhere else. */
export const BODY_STORY = 5;

/** Stories five hours apart, each with the topics and the provider that follow from its number. */
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

/** Of the newest story: one of the paper's own, and one that it does not have. */
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

/** The content files of a paper of so many stories. */
export const paperFiles = (count: number): Record<string, string> => ({
  ...FIXED,
  ...Object.fromEntries(paperStories(count).map((story) => [`story-${story.number}.md`, storyFile(story)])),
});

const built = new Map<number, Promise<string>>();

/** A folder with the paper of so many stories as a site. It is built once per run. */
export function buildPaper(count = 200): Promise<string> {
  const known = built.get(count);
  if (known) return known;
  const building = buildFolder({ CONTENT_DIR: writeContent(paperFiles(count)) });
  built.set(count, building);
  return building;
}
