import { buildFolder } from './build-site.ts';
import { writeContent } from './temp-content.ts';

/** Enough for two segments of the search index: one of 256 articles, and the rest. */
const FILLERS = 290;
const NEWEST = Date.parse('2026-11-20T09:00:00Z');
const DAY = 86_400_000;

/** The titles of the stories that tests search for. The first is the newest. */
export const FOUND = {
  bridge: 'Council approves the new harbour bridge',
  budget: 'Bridges and budgets: who pays?',
  fakes: 'Deep fakes before the election',
  german: 'Die Straßenbahn fährt wieder über die Müllerbrücke',
  chinese: '中国人民银行发布新规定',
  arabic: 'انتخاباتٌ جديدة في المدينة',
  version: 'Rust 1.85.1 is out',
};

interface SearchedStory {
  title: string;
  excerpt: string;
  topics: string;
  provider: string;
  lang?: string;
}

const STORIES: SearchedStory[] = [
  { title: FOUND.bridge, excerpt: 'The government will pay half of it.', topics: 'City', provider: 'Morning Post' },
  { title: FOUND.budget, excerpt: 'A look at the costs of the harbour.', topics: 'Money', provider: 'Daily Ledger' },
  { title: FOUND.fakes, excerpt: 'How to tell them from films.', topics: 'City', provider: 'Daily Ledger' },
  { title: FOUND.german, excerpt: 'Größere Wagen.', topics: 'City', provider: 'Morning Post', lang: 'de' },
  { title: FOUND.chinese, excerpt: '新规定明年生效。', topics: 'Money', provider: 'Morning Post', lang: 'zh' },
  { title: FOUND.arabic, excerpt: 'أعلنت اللجنة الموعد.', topics: 'City', provider: 'Morning Post', lang: 'ar' },
  { title: FOUND.version, excerpt: 'A release with two repairs.', topics: 'Money', provider: 'Daily Ledger' },
];
const storyFile = ({ title, excerpt, topics, provider, lang }: SearchedStory, days: number): string =>
  `---
title: ${JSON.stringify(title)}
excerpt: ${excerpt}
publishedDateTime: ${new Date(NEWEST - days * DAY).toISOString()}
webUrl: https://source.example/${days}
topics: [${topics}]
provider: { name: ${provider}, domain: ${provider.split(' ')[1]?.toLowerCase()}.example }
${lang === undefined ? '' : `locale: ${lang}\n`}---
`;

/** A story a day. The older ones are all alike. */
const searchFiles = (settings: string): Record<string, string> => ({
  'site.yaml': `title: The Search Paper\nlanguage: en-GB\n${settings}`,
  ...Object.fromEntries(STORIES.map((story, days) => [`named-${days}.md`, storyFile(story, days)])),
  ...Object.fromEntries(
    Array.from({ length: FILLERS }, (_, index) => {
      const story = {
        title: `Letter ${index} from the archive`,
        excerpt: `Old news of the ${index % 2 === 0 ? 'market' : 'meadow'}.`,
        topics: 'Archive',
        provider: 'Daily Ledger',
      };
      return [`letter-${index}.md`, storyFile(story, STORIES.length + index)];
    }),
  ),
});

/** The folder of a site for searching. It is built once per run. */
export const buildSearchPaper = (settings = ''): Promise<string> => {
  const known = built.get(settings) ?? buildFolder({ CONTENT_DIR: writeContent(searchFiles(settings)) });
  built.set(settings, known);
  return known;
};

const built = new Map<string, Promise<string>>();
