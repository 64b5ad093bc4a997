import type { Article } from '../../../model/article.ts';
import type { FieldDiagnostic } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { defined, withoutUndefined } from '../../util/defined.ts';
import { isPageFile } from '../files/is-page-file.ts';
import { parseBody } from '../markdown/parse-body.ts';
import { findPathDate, type PathDate } from './dates/path-date.ts';
import { readDate } from './dates/read-date.ts';
import { type AuthorReference, readAuthors } from './fields/authors.ts';
import { readCoverage } from './fields/coverage.ts';
import { readIsDraft } from './fields/draft.ts';
import type { ArticleContext, FieldContext } from './fields/field-context.ts';
import { readFormerPaths } from './fields/former-paths.ts';
import { NO_DATE, type PageOptions, pageSlug } from './fields/page.ts';
import { type ArticleSlug, articleSlug } from './fields/slug.ts';
import { readTopics } from './fields/topic-names.ts';
import { parseVideo, playerUrl } from './fields/video.ts';
import { makeTitle, withoutTitle } from './made-title.ts';
import type { Field } from './names/field-names.ts';
import { type FieldIndex, fieldValue, fieldValues } from './names/index-fields.ts';
import { MAX_TITLE, MAX_WORD, normalizeStory } from './normalize-story.ts';
import { withoutPlaceholder } from './placeholder.ts';
import { readRelated } from './related-stories.ts';
import { reportRequiredFields } from './required-fields.ts';
import { describeValue } from './values/describe-value.ts';
import { readBoolean, readNumber, readPlainText, readScore, type Value } from './values/read-value.ts';

/** An article before it is related to the others. Topics are names as its file spells them. */
export interface NormalizedArticle extends Omit<Article, 'topics' | 'authors' | 'isScheduled' | 'coverage'> {
  topicNames: string[];
  authors?: AuthorReference[];
  isPinned: boolean;
  /** The name of the event that it reports, or `false` if it is never grouped with other reports. */
  eventName?: string | false;
  /** The date from which it is left out. */
  expiresAt?: string;
  /** Of a page of the publisher. */
  page?: PageOptions;
  /** Its former paths, oldest first: decoded, NFC, beginning with `/`. */
  formerPaths?: string[];
  /** Its slug if another article has the same. Only where the slug is not the path of the file or its own `slug`. */
  alternativeSlug?: string;
}

/**
 * Converts the fields and the body of a file to an article. Reports an error and returns `undefined` if a required
 * field is missing or invalid. An invalid optional field is dropped with a warning.
 */
export function normalizeArticle(
  fields: FieldIndex,
  body: string,
  context: ArticleContext,
): NormalizedArticle | undefined {
  const { file, report } = context;
  const isPage = isPageFile(context);
  const read = <T>(field: Field, reader: (value: Value) => T | undefined, reportTo = report): T | undefined => {
    const found = fieldValue(fields, field);
    return found && reader({ value: found.value, path: [found.name], report: reportTo });
  };
  const diagnostics = {
    title: [] as FieldDiagnostic[],
    publishedAt: [] as FieldDiagnostic[],
    originUrl: [] as FieldDiagnostic[],
  };
  const ownTitle = read(
    'title',
    (value) => readPlainText(value, MAX_TITLE),
    (diagnostic) => diagnostics.title.push(diagnostic),
  );
  const { timeZone } = context;
  const ownDate = read(
    'publishedAt',
    (value) => readDate(value, timeZone),
    (diagnostic) => diagnostics.publishedAt.push(diagnostic),
  );
  // A file that gives an invalid date is rejected: the date of its name may be another one.
  const pathDate = ownDate === undefined && diagnostics.publishedAt.length === 0 ? findPathDate(file) : undefined;
  const publishedAt = ownDate ?? pathDate?.at ?? (isPage && diagnostics.publishedAt.length === 0 ? NO_DATE : undefined);
  const address = readSlug(fields, context, pathDate);
  const { part, images } = normalizeStory(fields, [], {
    ...context,
    report: (diagnostic) =>
      isAbout(fields, 'originUrl', diagnostic) ? diagnostics.originUrl.push(diagnostic) : report(diagnostic),
  });
  const isDraft = readIsDraft(fields, report) || context.layout.isDraft(file);
  const hasOrigin = part.originUrl !== undefined;
  const parsed = parseBody(isDraft ? body : withoutPlaceholder(body, { hasOrigin, report }), context);
  const hasContent = hasOrigin || parsed.length > 0;
  const made = ownTitle === undefined && diagnostics.title.length === 0 ? makeTitle(file, body, parsed) : undefined;
  const shown = ownTitle !== undefined && context.layout.system === 'Docusaurus' ? withoutTitle(body, parsed) : parsed;
  const { title = ownTitle, body: tree = shown } = made ?? {};
  const isNote = made?.from === 'file' && context.layout.system === 'Obsidian';
  reportRequiredFields(
    fields,
    {
      title: {
        isMet: ownTitle !== undefined,
        diagnostics: diagnostics.title,
        madeFrom: isNote ? 'note' : made?.from,
      },
      publishedAt: { isMet: publishedAt !== undefined, diagnostics: diagnostics.publishedAt },
      originUrl: { isMet: hasContent, diagnostics: diagnostics.originUrl },
    },
    { isPage, report },
  );
  const video = readVideo(fields, context);
  const topicNames = readTopics(fields, context);
  const related = read('related', ({ value, path }) => readRelated(value, path, context)) ?? [];
  const isPinned = read('pinned', readBoolean) ?? false;
  const isUnlisted = isPage || read('unlisted', readBoolean) === true;
  const page = isPage
    ? withoutUndefined<PageOptions>({
        isInMenu: read('menu', readBoolean) || undefined,
        order: read('order', readNumber),
      })
    : undefined;
  const eventName = read('coverage', readCoverage);
  const expiresAt = read('expiresAt', (value) => readDate(value, timeZone));
  const updatedAt = read('updatedAt', (value) => readDate(value, timeZone));
  const category = read('category', (value) => readPlainText(value, MAX_WORD));
  const quality = read('quality', readScore);
  const heat = read('heat', readScore);
  const authors = readAuthors(fields, report);
  const formerPaths = readFormerPaths(fieldValues(fields, 'formerPaths'), context);
  if (title === undefined || publishedAt === undefined || !hasContent || !address) return undefined;
  const { slug, alternative, former } = address;
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
    eventName,
    expiresAt,
    updatedAt,
    category,
    quality,
    heat,
    // A file that is dated by its path was not an article before.
    formerPaths: withFormerSlug(formerPaths, pathDate ? undefined : former),
    alternativeSlug: alternative,
    authors,
    image: images[0],
    video,
    hasVideo: video && true,
    isDraft: isDraft || undefined,
    isUnlisted: isUnlisted || undefined,
    isPage: isPage || undefined,
    page,
    body: tree.length > 0 ? tree : undefined,
    // Only the summary has it, see `article-record.ts`.
    hasMadeExcerpt: undefined,
    // These depend on all articles, see `serialize-articles.ts`.
    nearest: undefined,
    event: undefined,
  });
}

const isAbout = (fields: FieldIndex, field: Field, { path: [name] }: FieldDiagnostic): boolean =>
  fieldValues(fields, field).some((value) => value.name === name);

/** Reports an error and returns `undefined` if it is a page without an address. */
function readSlug(fields: FieldIndex, context: FieldContext, pathDate: PathDate | undefined): ArticleSlug | undefined {
  const { file, report, layout, pagesFolder } = context;
  const found = fieldValue(fields, 'slug');
  const path = [found?.name ?? 'slug'];
  const ownSlug = found && readPlainText({ value: found.value, path, report }, MAX_TITLE);
  const result =
    pagesFolder !== undefined && isPageFile(context)
      ? pageSlug(file, pagesFolder, ownSlug)
      : articleSlug({
          file,
          ...defined('ownSlug', ownSlug),
          ...defined('datePrefix', pathDate?.prefixLength),
          ...defined('omittedFolders', layout.omittedFolders),
        });
  if (!result) {
    const message = 'Expected a `slug`, found none; an `index.md` in the folder of pages needs one.';
    report({ severity: 'error', path, code: 'missing-field', message, hint: 'Add a `slug`, or rename the file.' });
    return undefined;
  }
  if (ownSlug !== undefined && result.invalid !== undefined) {
    const message = `Expected a slug that is valid in a URL and as a file name, found an invalid one: ${result.invalid}.`;
    const hint = `The slug of the article is ${quote(result.slug)}.`;
    report({ severity: 'warning', path, code: 'bad-slug', message, hint });
  }
  return result;
}

/** Adds the address that an earlier version gave the article. The oldest path comes first, as feeds use it as an id. */
const withFormerSlug = (paths: string[] | undefined, former: string | undefined): string[] | undefined =>
  former === undefined ? paths : [...(paths ?? []), `/articles/${former}/`];

function readVideo(fields: FieldIndex, { report }: FieldContext) {
  const found = fieldValue(fields, 'video');
  if (!found) return undefined;
  const video = parseVideo(typeof found.value === 'string' ? found.value : playerUrl(found.value));
  if (!video) {
    const message = `Expected the embed code of a YouTube or Vimeo video, found ${describeValue(found.value)}.`;
    report({ severity: 'warning', path: [found.name], code: 'unknown-video', message });
  }
  return video;
}
