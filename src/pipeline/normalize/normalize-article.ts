import type { Article } from '../../model/article.ts';
import { defined } from '../defined.ts';
import type { FrontMatter } from '../front-matter/parse-front-matter.ts';
import type { FieldPath } from '../issue.ts';
import { parseBody } from '../parse-body.ts';
import type { Context } from './context.ts';
import { ARTICLE_NAMES, type Field, givenOne, SPELLINGS, warnOfMisspellings } from './fields.ts';
import { parseMoment } from './moment.ts';
import { readRelated } from './related.ts';
import { articleSlug } from './slug.ts';
import { MAX_TITLE, readStoryPart } from './story.ts';
import { readTopicNames } from './topics.ts';
import { badDate, readMoment, readPlainText, readScore, readTruth, type Value } from './values.ts';
import { parseVideo } from './video.ts';

/** An article by itself, before it is known among the others: its topics are names as its file spells them. */
export interface NormalizedArticle extends Omit<Article, 'topics'> {
  topicNames: string[];
  isPinned: boolean;
}

/**
 * Turns what a file says into an article. `undefined` when a required field is missing or bad: that is reported as an
 * error. A bad optional field is dropped with a warning.
 */
export function normalizeArticle(data: FrontMatter, body: string, context: Context): NormalizedArticle | undefined {
  const { file, report } = context;
  warnOfMisspellings(data, [], ARTICLE_NAMES, report);
  const read = <T>(field: Field, reader: (value: Value) => T | undefined): T | undefined => {
    const given = givenOne(data, field);
    return given && reader({ value: given.value, path: [given.name], report });
  };
  const title = read('title', (value) => readPlainText(value, MAX_TITLE));
  const publishedAt = parseMoment(givenOne(data, 'publishedAt')?.value);
  const slug = readSlug(data, context);
  const { images, ...part } = readStoryPart(data, [], context);
  const tree = parseBody(body, context);
  if (title === undefined) reportMissing('title', data, context, 'Expected a `title`; every article needs one.');
  if (publishedAt === undefined) {
    const given = givenOne(data, 'publishedAt');
    const message = given
      ? badDate(given.value)
      : 'Expected `publishedDateTime`, an ISO 8601 date; every article needs one.';
    reportMissing('publishedAt', data, context, message);
  }
  const hasPlace = part.originUrl !== undefined || tree.length > 0;
  if (!hasPlace)
    reportMissing(
      'originUrl',
      data,
      context,
      'Expected a `webUrl`, an `originalUrl` or a body; every article needs one of them.',
    );
  const video = readVideo(data, context);
  const rest = {
    ...defined('updatedAt', read('updatedAt', readMoment)),
    ...defined(
      'category',
      read('category', (value) => readPlainText(value, 100)),
    ),
    ...defined('quality', read('quality', readScore)),
    ...defined('heat', read('heat', readScore)),
    topicNames: read('topics', ({ value, path }) => readTopicNames(value, path, report)) ?? [],
    related: read('related', ({ value, path }) => readRelated(value, path, context)) ?? [],
    isPinned: read('pinned', readTruth) ?? false,
  };
  const isDraft = read('published', readTruth) === false || read('draft', readTruth) === true;
  if (title === undefined || publishedAt === undefined || slug === undefined || !hasPlace) return undefined;
  return {
    slug,
    title,
    publishedAt,
    ...part,
    ...(images[0] ? { image: images[0] } : {}),
    ...rest,
    ...(video ? { video, hasVideo: true as const } : {}),
    ...(isDraft ? { isDraft: true as const } : {}),
    file,
    images,
    ...(tree.length > 0 ? { body: tree } : {}),
  };
}

function readSlug(data: FrontMatter, { file, report }: Context): string | undefined {
  const given = givenOne(data, 'slug');
  const result = articleSlug(file, given && readPlainText({ value: given.value, path: ['slug'], report }, MAX_TITLE));
  if ('slug' in result) return result.slug;
  const path: FieldPath = given ? ['slug'] : [];
  report({ severity: 'error', path, code: 'bad-slug', message: `The article can have no address: ${result.reason}.` });
  return undefined;
}

function readVideo(data: FrontMatter, { report }: Context) {
  const given = givenOne(data, 'video');
  if (!given) return undefined;
  const video = typeof given.value === 'string' ? parseVideo(given.value) : undefined;
  if (!video) {
    const message = 'Expected the embed of a YouTube or Vimeo video, found another; it is not used.';
    report({ severity: 'warning', path: [given.name], code: 'unknown-video', message });
  }
  return video;
}

function reportMissing(field: Field, data: FrontMatter, { report }: Context, message: string): void {
  const given = givenOne(data, field);
  const path = given ? [given.name] : [SPELLINGS[field][0]];
  report({ severity: 'error', path, code: given ? 'bad-required-field' : 'missing-field', message });
}
