import type { StringTable } from '../../../i18n/string-table.ts';

/** Strings of the search page. */
export const searchStrings = {
  title: 'Search',
  resultsTitle: (query: string) => `${query} · Search`,
  intro: (stories: string) => `Search ${stories}, in any script.`,
  needsScript: 'Searching needs JavaScript. Without it, find stories by topic or date:',
  browse: 'Topics',
  olderStories: 'All stories by date',
  help: 'How to search',
  examples: [
    { query: 'climate summit', finds: 'stories with both words, or with other endings of them' },
    { query: '"climate summit"', finds: 'stories with these words next to each other' },
    { query: 'climate -summit', finds: 'stories without the second word' },
    { query: 'provider:example.org', finds: 'stories from a provider' },
    { query: 'after:2024-05 before:2025', finds: 'stories from May 2024 to the end of that year' },
  ],
  topicExample: (topic: string) => (/\s/.test(topic) ? `topic:"${topic}"` : `topic:${topic}`),
  ofTopic: 'stories of a topic',

  results: 'Results',
  order: 'Order',
  best: 'Best match',
  newest: 'Newest',
  upTo: (stories: string) => `up to ${stories}`,
  noStories: 'no stories',
  topicsAndProviders: 'Topics and providers',
  more: 'More results',
  fromTheStart: 'Show from the start',

  corrected: { nothingFor: 'Nothing for ', showing: '; showing ', end: '.' },
  correctedText: (from: string, to: string) => `Nothing for ${from}; showing ${to}.`,
  anyWord: 'No story has all of these words. These have at least one of them.',
  keepTyping: (word: string) => `Many more words begin with “${word}”: keep typing.`,
  isCut: 'The query is very long. Only its beginning was searched.',
  missing: (count: number, shown: string) =>
    count === 1 ? 'One of these stories could not be loaded.' : `${shown} of these stories could not be loaded.`,
  partlySearched: 'Some stories could not be searched.',
  searchedUntil: (date: string) => `Only stories until ${date} could be searched.`,
  unsearched: (periods: string) => `Some stories could not be searched: ${periods}.`,
  until: (date: string) => `those until ${date}`,
  fromTo: (from: string, to: string) => `those from ${from} to ${to}`,

  notYetFound: 'None of the stories tested so far has these words next to each other.',

  nothing: (query: string) => `Nothing found for “${query}”.`,
  nothingHelp: 'Check the spelling, or search for other words.',
  nothingFilteredHelp: (filters: string) => `Active filters: ${filters}.`,
  withoutFilters: 'Search all stories',
  clear: 'Clear the search',
} satisfies StringTable;
