import type { Article } from '../../../model/article.ts';
import type { FieldDiagnostic, FieldPath } from '../../diagnostics/diagnostic.ts';
import { withoutUndefined } from '../../util/defined.ts';
import type { FrontMatter } from '../front-matter/parse-front-matter.ts';
import { parseBody } from '../markdown/parse-body.ts';
import type { Context } from './fields/field-context.ts';
import { FIELD_NAMES, type Field, givenValue } from './fields/field-names.ts';
import { readFormerPaths } from './fields/former-paths.ts';
import { articleSlug } from './fields/slug.ts';
import { readTopicNames } from './fields/topic-names.ts';
import { parseVideo } from './fields/video.ts';
import { MAX_TITLE, MAX_WORD, normalizeStory } from './normalize-story.ts';
import { withoutPlaceholder } from './placeholder.ts';
import { readRelated } from './related-stories.ts';
import { reportRequiredFields } from './required-fields.ts';
import { describeValue } from './values/describe-value.ts';
import { readBoolean, readDate, readPlainText, readScore, type Value } from './values/read-value.ts';

/** An article by itself, before it is known among the others: its topics are names as its file spells them. */
export interface NormalizedArticle extends Omit<Article, 'topics'> {
  topicNames: string[];
  isPinned: boolean;
  /** Paths at which it could be found before, oldest first: decoded, NFC, beginning with `/`. */
  formerPaths?: string[];
}

/**
 * Turns what a file says into an article. `undefined` when a required field is missing or bad: that is reported as an
 * error. A bad optional field is dropped with a warning.
 */
export function normalizeArticle(data: FrontMatter, body: string, context: Context): NormalizedArticle | undefined {
  const { file, report } = context;
  const read = <T>(field: Field, reader: (value: Value) => T | undefined, to = report): T | undefined => {
    const given = givenValue(data, field);
    return given && reader({ value: given.value, path: [given.name], report: to });
  };
  const found = {
    title: [] as FieldDiagnostic[],
    publishedAt: [] as FieldDiagnostic[],
    originUrl: [] as FieldDiagnostic[],
  };
  const title = read(
    'title',
    (value) => readPlainText(value, MAX_TITLE),
    (diagnostic) => found.title.push(diagnostic),
  );
  const publishedAt = read('publishedAt', readDate, (diagnostic) => found.publishedAt.push(diagnostic));
  const slug = readSlug(data, context);
  const { part, images } = normalizeStory(data, [], {
    ...context,
    report: (diagnostic) => (isAbout('originUrl', diagnostic) ? found.originUrl.push(diagnostic) : report(diagnostic)),
  });
  const isDraft = read('published', readBoolean) === false || read('draft', readBoolean) === true;
  const hasOrigin = part.originUrl !== undefined;
  const tree = parseBody(isDraft ? body : withoutPlaceholder(body, { hasOrigin, report }), context);
  const hasPlace = hasOrigin || tree.length > 0;
  reportRequiredFields(
    data,
    {
      title: { isMet: title !== undefined, diagnostics: found.title },
      publishedAt: { isMet: publishedAt !== undefined, diagnostics: found.publishedAt },
      originUrl: { isMet: hasPlace, diagnostics: found.originUrl },
    },
    report,
  );
  const video = readVideo(data, context);
  const topicNames = read('topics', ({ value, path }) => readTopicNames(value, path, report)) ?? [];
  const related = read('related', ({ value, path }) => readRelated(value, path, context)) ?? [];
  const isPinned = read('pinned', readBoolean) ?? false;
  const updatedAt = read('updatedAt', readDate);
  const category = read('category', (value) => readPlainText(value, MAX_WORD));
  const quality = read('quality', readScore);
  const heat = read('heat', readScore);
  const formerPaths = read('formerPaths', readFormerPaths);
  if (title === undefined || publishedAt === undefined || slug === undefined || !hasPlace) return undefined;
  // In the order in which the article's JSON file has them.
  return withoutUndefined<NormalizedArticle>({
    slug,
    title,
    publishedAt,
    ...part,
    file,
    images,
    topicNames,
    related,
    isPinned,
    updatedAt,
    category,
    quality,
    heat,
    formerPaths,
    image: images[0],
    video,
    hasVideo: video && true,
    isDraft: isDraft || undefined,
    body: tree.length > 0 ? tree : undefined,
    // Known once all articles are, see `serialize-articles.ts`.
    nearest: undefined,
  });
}

const isAbout = (field: Field, { path: [name] }: FieldDiagnostic): boolean =>
  FIELD_NAMES[field].some((scalarText) => scalarText === name);

function readSlug(data: FrontMatter, { file, report }: Context): string | undefined {
  const given = givenValue(data, 'slug');
  const result = articleSlug(file, given && readPlainText({ value: given.value, path: ['slug'], report }, MAX_TITLE));
  if ('slug' in result) return result.slug;
  const path: FieldPath = given ? ['slug'] : [];
  const message = `Expected a slug that can be an address and a file name: ${result.reason}.`;
  const hint = given ? 'Choose another `slug`.' : 'Rename the file, or give it a `slug`.';
  report({ severity: 'error', path, code: 'bad-slug', message, hint });
  return undefined;
}

function readVideo(data: FrontMatter, { report }: Context) {
  const given = givenValue(data, 'video');
  if (!given) return undefined;
  const video = typeof given.value === 'string' ? parseVideo(given.value) : undefined;
  if (!video) {
    const found = describeValue(given.value);
    const message = `Expected the embed of a YouTube or Vimeo video, found ${found}.`;
    report({ severity: 'warning', path: [given.name], code: 'unknown-video', message });
  }
  return video;
}
