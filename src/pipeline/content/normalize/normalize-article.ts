import type { Article } from '../../../model/article.ts';
import type { FieldDiagnostic, FieldPath } from '../../diagnostics/diagnostic.ts';
import { withoutUndefined } from '../../util/defined.ts';
import type { FrontMatter } from '../front-matter/parse-front-matter.ts';
import { parseBody } from '../markdown/parse-body.ts';
import { type AuthorReference, readAuthors } from './fields/authors.ts';
import { readIsDraft } from './fields/draft.ts';
import type { ArticleContext, FieldContext } from './fields/field-context.ts';
import { FIELD_NAMES, type Field, fieldValue, fieldValues } from './fields/field-names.ts';
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

/** An article before it is related to the others. Topics are names as its file spells them. */
export interface NormalizedArticle extends Omit<Article, 'topics' | 'authors' | 'isScheduled'> {
  topicNames: string[];
  authors?: AuthorReference[];
  isPinned: boolean;
  /** The date from which it is left out. */
  expiresAt?: string;
  /** Its former paths, oldest first: decoded, NFC, beginning with `/`. */
  formerPaths?: string[];
}

/**
 * Converts the front matter and body of a file to an article. Reports an error and returns `undefined` if a required
 * field is missing or invalid. An invalid optional field is dropped with a warning.
 */
export function normalizeArticle(
  data: FrontMatter,
  body: string,
  context: ArticleContext,
): NormalizedArticle | undefined {
  const { file, report } = context;
  const read = <T>(field: Field, reader: (value: Value) => T | undefined, reportTo = report): T | undefined => {
    const found = fieldValue(data, field);
    return found && reader({ value: found.value, path: [found.name], report: reportTo });
  };
  const diagnostics = {
    title: [] as FieldDiagnostic[],
    publishedAt: [] as FieldDiagnostic[],
    originUrl: [] as FieldDiagnostic[],
  };
  const title = read(
    'title',
    (value) => readPlainText(value, MAX_TITLE),
    (diagnostic) => diagnostics.title.push(diagnostic),
  );
  const publishedAt = read('publishedAt', readDate, (diagnostic) => diagnostics.publishedAt.push(diagnostic));
  const slug = readSlug(data, context);
  const { part, images } = normalizeStory(data, [], {
    ...context,
    report: (diagnostic) =>
      isAbout('originUrl', diagnostic) ? diagnostics.originUrl.push(diagnostic) : report(diagnostic),
  });
  const isDraft = readIsDraft(data, report);
  const hasOrigin = part.originUrl !== undefined;
  const tree = parseBody(isDraft ? body : withoutPlaceholder(body, { hasOrigin, report }), context);
  const hasContent = hasOrigin || tree.length > 0;
  reportRequiredFields(
    data,
    {
      title: { isMet: title !== undefined, diagnostics: diagnostics.title },
      publishedAt: { isMet: publishedAt !== undefined, diagnostics: diagnostics.publishedAt },
      originUrl: { isMet: hasContent, diagnostics: diagnostics.originUrl },
    },
    report,
  );
  const video = readVideo(data, context);
  const topicNames = read('topics', ({ value, path }) => readTopicNames(value, path, report)) ?? [];
  const related = read('related', ({ value, path }) => readRelated(value, path, context)) ?? [];
  const isPinned = read('pinned', readBoolean) ?? false;
  const isUnlisted = read('unlisted', readBoolean) === true;
  const expiresAt = read('expiresAt', readDate);
  const updatedAt = read('updatedAt', readDate);
  const category = read('category', (value) => readPlainText(value, MAX_WORD));
  const quality = read('quality', readScore);
  const heat = read('heat', readScore);
  const authors = readAuthors(data, report);
  const formerPaths = readFormerPaths(fieldValues(data, 'formerPaths'), report);
  if (title === undefined || publishedAt === undefined || slug === undefined || !hasContent) return undefined;
  // The order of the fields in the article's JSON file.
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
    expiresAt,
    updatedAt,
    category,
    quality,
    heat,
    formerPaths,
    authors,
    image: images[0],
    video,
    hasVideo: video && true,
    isDraft: isDraft || undefined,
    isUnlisted: isUnlisted || undefined,
    body: tree.length > 0 ? tree : undefined,
    // Only the summary has it, see `article-record.ts`.
    hasMadeExcerpt: undefined,
    // Depends on all articles, see `serialize-articles.ts`.
    nearest: undefined,
  });
}

const isAbout = (field: Field, { path: [name] }: FieldDiagnostic): boolean =>
  FIELD_NAMES[field].some((fieldName) => fieldName === name);

function readSlug(data: FrontMatter, { file, report }: FieldContext): string | undefined {
  const found = fieldValue(data, 'slug');
  const result = articleSlug(file, found && readPlainText({ value: found.value, path: ['slug'], report }, MAX_TITLE));
  if ('slug' in result) return result.slug;
  const path: FieldPath = found ? ['slug'] : [];
  const message = `Expected a slug that is valid in a URL and as a file name, found an invalid one: ${result.reason}.`;
  const hint = found ? 'Choose another `slug`.' : 'Rename the file, or give it a `slug`.';
  report({ severity: 'error', path, code: 'bad-slug', message, hint });
  return undefined;
}

function readVideo(data: FrontMatter, { report }: FieldContext) {
  const found = fieldValue(data, 'video');
  if (!found) return undefined;
  const video = typeof found.value === 'string' ? parseVideo(found.value) : undefined;
  if (!video) {
    const message = `Expected the embed code of a YouTube or Vimeo video, found ${describeValue(found.value)}.`;
    report({ severity: 'warning', path: [found.name], code: 'unknown-video', message });
  }
  return video;
}
