import type { QueryClient } from '@tanstack/react-query';
import type { Summary } from '../../../model/article.ts';
import type { HiddenRule, SavedStory } from '../document/reader-document.ts';
import { changeEntries, valuesOf } from '../state/reader-state.ts';
import { requestPersistence } from '../store/persistence.ts';
import { offerUndo, perform } from '../undo/undo.ts';
import { actionStrings as words } from './action-strings.ts';
import { keepArticle } from './kept-articles.ts';

/* What the reader does with stories and topics. Removals and actions on several entries can be undone. */

const WEEK_MS = 7 * 86_400_000;

let queryClient: QueryClient | undefined;

/** Sets the client that loads the articles of saved stories. */
export function setQueryClient(client: QueryClient): void {
  queryClient = client;
}

function saveStory(article: Summary): void {
  offerUndo(perform(words.saved, 'saved', [[article.slug, toSavedStory(article)]]));
  void requestPersistence();
  if (queryClient) void keepArticle(queryClient, article.slug);
}

export function removeSaved(slugs: readonly string[], label: string = words.removed): void {
  const removals = slugs.filter((slug) => valuesOf('saved').has(slug)).map((slug) => [slug, null] as const);
  offerUndo(perform(label, 'saved', removals));
}

export const toggleSaved = (article: Summary): void =>
  valuesOf('saved').has(article.slug) ? removeSaved([article.slug]) : saveStory(article);

/** Marks one story. That is undone by doing the opposite, so no note is shown. */
export function toggleRead(slug: string): void {
  changeEntries('read', [[slug, valuesOf('read').has(slug) ? null : 1]]);
}

export function markAllRead(slugs: readonly string[]): void {
  const unread = slugs.filter((slug) => !valuesOf('read').has(slug));
  const marks = unread.map((slug) => [slug, 1] as const);
  offerUndo(perform(words.allMarkedRead({ count: unread.length }), 'read', marks));
}

/** `id` as in `ReaderValues`. */
export function hide(id: string, rule: HiddenRule, duration: 'week' | 'forever'): void {
  const [label, until] = duration === 'week' ? [words.hiddenForAWeek, Date.now() + WEEK_MS] : [words.hidden, undefined];
  offerUndo(perform(label({ name: rule.name }), 'hidden', [[id, { ...rule, ...(until !== undefined && { until }) }]]));
}

/** Shows stories again that rules hide. */
export function liftRules(ids: readonly string[]): void {
  const names = ids.map((id) => valuesOf('hidden').get(id)?.name ?? id);
  const label = ids.length === 1 ? words.shown({ name: names.join() }) : words.allShown;
  offerUndo(
    perform(
      label,
      'hidden',
      ids.map((id) => [id, null] as const),
    ),
  );
}

export function toggleFollowed(slug: string, name: string): void {
  const isFollowed = valuesOf('followed').has(slug);
  if (isFollowed) offerUndo(perform(words.unfollowed({ topic: name }), 'followed', [[slug, null]]));
  else changeEntries('followed', [[slug, { name }]]);
}

/** Images are not kept. */
function toSavedStory(article: Summary): SavedStory {
  const { provider, ...story }: SavedStory & Partial<Summary> = { ...article, savedAt: Date.now() };
  delete story.image;
  delete story.slug;
  if (!provider) return story;
  const named = { ...provider };
  delete named.logo;
  return { ...story, provider: named };
}
