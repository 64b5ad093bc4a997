import type { RelatedStory } from '../../model/article.ts';
import type { FieldPath } from '../issue.ts';
import { addressKey } from './address.ts';
import type { Context } from './context.ts';
import { givenOne, RELATED_NAMES, warnOfMisspellings } from './fields.ts';
import { parseMoment } from './moment.ts';
import { MAX_TITLE, readStoryPart } from './story.ts';
import { cutAtWord } from './text.ts';
import { asList, badDate, describe, isMapping, readPlainText } from './values.ts';

const MAX_RELATED = 24;
const SUMMARY_EXCERPT = 400;

/**
 * The related stories of an article: each address once, the first 24. Live folders hold lists of hundreds that repeat
 * themselves.
 */
export function readRelated(value: unknown, path: FieldPath, context: Context): RelatedStory[] {
  const stories = new Map<string, RelatedStory>();
  const isList = Array.isArray(value);
  for (const [index, item] of asList(value).entries()) {
    const at = isList ? [...path, index] : path;
    const story = readRelatedStory(item, at, context);
    const key = story && addressKey(story.originUrl ?? story.ampUrl ?? '');
    if (!story || !key || stories.has(key)) continue;
    if (stories.size === MAX_RELATED) {
      const message = `Expected at most ${MAX_RELATED} related stories, found more; the rest is cut.`;
      context.report({ severity: 'warning', path: at, code: 'cut', message });
      break;
    }
    stories.set(key, story);
  }
  return [...stories.values()];
}

function readRelatedStory(value: unknown, path: FieldPath, context: Context): RelatedStory | undefined {
  const drop = (at: FieldPath, message: string): undefined => {
    context.report({
      severity: 'warning',
      path: at,
      code: 'bad-related-story',
      message: `${message} The related story is left out.`,
    });
  };
  if (!isMapping(value)) return drop(path, `Expected a story with a \`title\`, found ${describe(value)}.`);
  warnOfMisspellings(value, path, RELATED_NAMES, context.report);
  const givenTitle = givenOne(value, 'title');
  const title =
    givenTitle &&
    readPlainText({ value: givenTitle.value, path: [...path, 'title'], report: context.report }, MAX_TITLE);
  if (title === undefined) return drop(path, 'Expected a `title`; it has none.');
  const givenDate = givenOne(value, 'publishedAt');
  const publishedAt = parseMoment(givenDate?.value);
  if (publishedAt === undefined)
    return drop([...path, givenDate?.name ?? 'publishedDateTime'], badDate(givenDate?.value));
  const { images, excerpt, ...part } = readStoryPart(value, path, context);
  if (part.originUrl === undefined && part.ampUrl === undefined)
    return drop(path, 'Expected a `webUrl`, an `originalUrl` or an `ampWebUrl`; it has no good one.');
  return {
    title,
    publishedAt,
    ...part,
    ...(excerpt === undefined ? {} : { excerpt: cutAtWord(excerpt, SUMMARY_EXCERPT) }),
    ...(images[0] ? { image: images[0] } : {}),
  };
}
