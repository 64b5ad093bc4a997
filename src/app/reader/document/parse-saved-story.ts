import type { Image } from '../../../model/image.ts';
import type { Provider } from '../../../model/provider.ts';
import { type DropCounter, fields, isRecord, moment } from '../../data/parse/check-value.ts';
import { parseSummaryFields } from '../../data/parse/parse-story.ts';
import type { SavedStory } from './reader-document.ts';

/** Checks a saved story. Without a title or a date it is none. Parts that are not valid are left out, and counted. */
export function parseSavedStory(value: unknown, counter: DropCounter): SavedStory | undefined {
  if (!isRecord(value)) return undefined;
  const { title, publishedAt, ...rest } = withoutImages(parseSummaryFields(value, counter));
  const { savedAt } = fields<{ savedAt: number }>(value, { savedAt: moment }, counter);
  return !title || !publishedAt || savedAt === undefined ? undefined : { title, publishedAt, ...rest, savedAt };
}

/** Images are not kept, and neither is the logo of the provider. */
export function withoutImages<T extends { image?: Image; provider?: Provider }>(story: T): Omit<T, 'image'> {
  const kept = { ...story };
  delete kept.image;
  if (kept.provider) {
    kept.provider = { ...kept.provider };
    delete kept.provider.logo;
  }
  return kept;
}
