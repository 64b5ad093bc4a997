import type { RelatedStory } from '../../../model/article.ts';
import type { FieldDiagnostic, FieldPath, Report } from '../../diagnostics/diagnostic.ts';
import { withoutUndefined } from '../../util/defined.ts';
import { readDate } from './dates/read-date.ts';
import type { FieldContext } from './fields/field-context.ts';
import { FIELD_NAMES, type Field, RELATED_NAMES } from './names/field-names.ts';
import { fieldValue, indexFields } from './names/index-fields.ts';
import { findMisspellings } from './names/misspellings.ts';
import { MAX_SUMMARY_EXCERPT, MAX_TITLE, normalizeStory } from './normalize-story.ts';
import { urlKey } from './values/clean-url.ts';
import { describeValue } from './values/describe-value.ts';
import { cutAtWord, plainText } from './values/plain-text.ts';
import { asList, isMapping, readPlainText, readUrlValue } from './values/read-value.ts';

export const MAX_RELATED = 24;

/** Reads the related stories of an article, unique by URL and at most 24. Real files have hundreds with duplicates. */
export function readRelated(value: unknown, path: FieldPath, context: FieldContext): RelatedStory[] {
  const stories = new Map<string, RelatedStory>();
  const isList = Array.isArray(value);
  const items = asList(value);
  for (const [index, item] of items.entries()) {
    const itemPath = isList ? [...path, index] : path;
    const story = readRelatedStory(item, itemPath, context);
    const key = story && urlKey(story.originUrl ?? story.ampUrl ?? '');
    if (!story || !key || stories.has(key)) continue;
    if (stories.size === MAX_RELATED) {
      const message = `Expected at most ${MAX_RELATED} related stories, found ${items.length}; the rest is left out.`;
      context.report({ severity: 'warning', path: itemPath, code: 'cut', message });
      break;
    }
    stories.set(key, story);
  }
  return [...stories.values()];
}

/** The required fields of a related story. */
const REQUIRED: readonly { fields: readonly Field[]; message: string }[] = [
  { fields: ['title'], message: 'Expected a `title`, found none.' },
  { fields: ['originUrl', 'ampUrl'], message: 'Expected a `webUrl`, an `originalUrl` or an `ampWebUrl`, found none.' },
];

function readRelatedStory(value: unknown, path: FieldPath, context: FieldContext): RelatedStory | undefined {
  if (typeof value === 'string' && /^\s*https?:/i.test(value)) return readBareAddress(value, path, context);
  if (!isMapping(value)) {
    const message = `Expected a story with a \`title\`, found ${describeValue(value)}.${LEFT_OUT}`;
    context.report({ severity: 'warning', path, code: 'bad-related-story', message });
    return undefined;
  }
  const fields = indexFields(value);
  const diagnostics: FieldDiagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const titleField = fieldValue(fields, 'title');
  const title =
    titleField && readPlainText({ value: titleField.value, path: [...path, titleField.name], report }, MAX_TITLE);
  const dateField = fieldValue(fields, 'publishedAt');
  const publishedAt =
    dateField && readDate({ value: dateField.value, path: [...path, dateField.name], report }, context.timeZone);
  const { part, images } = normalizeStory(fields, path, { ...context, report });
  const address = part.originUrl ?? part.ampUrl;
  const misspellings = findMisspellings(value, path, RELATED_NAMES, fields.unknown);
  const isComplete = title !== undefined && address !== undefined;
  if (!isComplete || diagnostics.length > 0 || misspellings.size > 0) {
    const requiredValues = [title, address];
    const missing = REQUIRED.filter((_, index) => requiredValues[index] === undefined);
    reportStory({ path, diagnostics, misspellings, missing }, context);
  }
  if (!isComplete) return undefined;
  return withoutUndefined<RelatedStory>({
    title,
    publishedAt,
    ...part,
    excerpt: part.excerpt === undefined ? undefined : cutAtWord(part.excerpt, MAX_SUMMARY_EXCERPT),
    image: images[0],
    // Depends on all articles, see `serialize-articles.ts`.
    slug: undefined,
  });
}

/** Reads a story that is only an address. Its title is the host and the path. */
function readBareAddress(value: string, path: FieldPath, { report }: FieldContext): RelatedStory | undefined {
  const originUrl = readUrlValue({ value, path, report });
  if (originUrl === undefined) return undefined;
  const { host, pathname } = new URL(originUrl);
  const title = host.replace(/^www\./, '') + decodePath(pathname).replace(/\/$/, '');
  const message = 'Expected a story with a `title`, found an address alone; it is the title of the story.';
  report({ severity: 'warning', path, code: 'bare-address', message, hint: 'Write `{ title: …, webUrl: … }`.' });
  return { title: cutAtWord(title, MAX_TITLE), kind: 'article', originUrl };
}

function decodePath(pathname: string): string {
  try {
    return plainText(decodeURIComponent(pathname));
  } catch {
    return pathname;
  }
}

const LEFT_OUT = ' The related story is left out.';

interface StoryDiagnostics {
  path: FieldPath;
  diagnostics: readonly FieldDiagnostic[];
  /** By the correct name. */
  misspellings: ReadonlyMap<string, FieldDiagnostic>;
  missing: typeof REQUIRED;
}

/**
 * Reports the diagnostics of a related story. For each missing field it extends the diagnostic that explains it, such as
 * an invalid value or a misspelling. Without one it reports that the field is missing.
 */
function reportStory({ path, diagnostics, misspellings, missing }: StoryDiagnostics, { report }: FieldContext): void {
  const all = [...diagnostics, ...misspellings.values()];
  const reasons = missing.flatMap(({ fields, message }): FieldDiagnostic[] => {
    const names: readonly string[] = fields.flatMap((field) => FIELD_NAMES[field]);
    const misspelt = names.flatMap((name) => misspellings.get(name) ?? []);
    const isAbout = ({ path: fieldPath }: FieldDiagnostic): boolean =>
      fieldPath.length === path.length + 1 && names.includes(String(fieldPath[path.length]));
    const explaining = all.filter((diagnostic) => misspelt.includes(diagnostic) || isAbout(diagnostic));
    if (explaining.length > 0) return explaining;
    return [{ severity: 'warning', path: [...path, names[0] ?? ''], code: 'bad-related-story', message }];
  });
  for (const diagnostic of all) if (!reasons.includes(diagnostic)) report(diagnostic);
  for (const reason of reasons) report({ ...reason, message: reason.message + LEFT_OUT });
}
