import type { Summary } from '../../../model/article.ts';
import { dayOf } from '../../../model/calendar-day.ts';
import type { Site } from '../../../model/site.ts';
import { formatMonthHeading } from '../../i18n/format-date.ts';
import type { SavedStory } from '../../reader/document/reader-document.ts';
import { readerStrings } from './reader-strings.ts';

export const SAVED_ORDERS = ['saved', 'published', 'topic'] as const;

export type SavedOrder = (typeof SAVED_ORDERS)[number];

/** A saved story with its slug. */
export type ListedStory = SavedStory & Summary;

export interface StoryGroupData {
  key: string;
  heading: string;
  /** Whether the heading is the name of a topic. */
  isTopic: boolean;
  stories: ListedStory[];
}

/** Groups stories by the month in which they were saved or published, or by their first topic. */
export function groupSaved(stories: readonly ListedStory[], order: SavedOrder, site: Site): StoryGroupData[] {
  const savedAt = (story: ListedStory): string => new Date(story.savedAt).toISOString();
  const momentOf = (story: ListedStory): string => (order === 'published' ? story.publishedAt : savedAt(story));
  const groups = new Map<string, StoryGroupData>();
  for (const story of stories.toSorted((a, b) => (momentOf(a) < momentOf(b) ? 1 : -1))) {
    const [topic] = story.topics;
    const month = dayOf(momentOf(story), site).slice(0, 7);
    const isTopic = order === 'topic' && topic !== undefined;
    const key = order === 'topic' ? (topic?.slug ?? '') : month;
    const name = order === 'topic' ? topic?.name : formatMonthHeading(`${month}-01T00:00:00Z`, site);
    const group = groups.get(key) ?? { key, heading: name ?? readerStrings.saved.noTopic, isTopic, stories: [] };
    group.stories.push(story);
    groups.set(key, group);
  }
  const sorted = [...groups.values()];
  return order === 'topic' ? sorted.sort((a, b) => a.heading.localeCompare(b.heading, site.language)) : sorted;
}
