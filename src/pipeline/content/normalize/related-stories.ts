import type { RelatedStory } from '../../../model/article.ts';
import type { FieldDiagnostic, FieldPath, Report } from '../../diagnostics/diagnostic.ts';
import { withoutUndefined } from '../../util/defined.ts';
import type { Context } from './fields/field-context.ts';
import { FIELD_NAMES, type Field, findMisspellings, givenValue, RELATED_NAMES } from './fields/field-names.ts';
import { MAX_TITLE, normalizeStory } from './normalize-story.ts';
import { urlKey } from './values/clean-url.ts';
import { describeValue } from './values/describe-value.ts';
import { cutAtWord } from './values/plain-text.ts';
import { asList, isMapping, readDate, readPlainText, type Value } from './values/read-value.ts';

export const MAX_RELATED = 24;
const SUMMARY_EXCERPT = 400;

/**
 * The related stories of an article: each address once, the first 24. Live folders hold lists of hundreds that repeat
 * themselves.
 */
export function readRelated(value: unknown, path: FieldPath, context: Context): RelatedStory[] {
  const stories = new Map<string, RelatedStory>();
  const isList = Array.isArray(value);
  const given = asList(value);
  for (const [index, item] of given.entries()) {
    const at = isList ? [...path, index] : path;
    const story = readRelatedStory(item, at, context);
    const key = story && urlKey(story.originUrl ?? story.ampUrl ?? '');
    if (!story || !key || stories.has(key)) continue;
    if (stories.size === MAX_RELATED) {
      const message = `Expected at most ${MAX_RELATED} related stories, found ${given.length}; the rest is cut.`;
      context.report({ severity: 'warning', path: at, code: 'cut', message });
      break;
    }
    stories.set(key, story);
  }
  return [...stories.values()];
}

/** What a related story cannot do without. */
const NEEDS: readonly { fields: readonly Field[]; message: string }[] = [
  { fields: ['title'], message: 'Expected a `title`, found none.' },
  { fields: ['publishedAt'], message: 'Expected `publishedDateTime`, an ISO 8601 date, found none.' },
  { fields: ['originUrl', 'ampUrl'], message: 'Expected a `webUrl`, an `originalUrl` or an `ampWebUrl`, found none.' },
];

function readRelatedStory(value: unknown, path: FieldPath, context: Context): RelatedStory | undefined {
  if (!isMapping(value)) {
    const message = `Expected a story with a \`title\`, found ${describeValue(value)}.${LEFT_OUT}`;
    context.report({ severity: 'warning', path, code: 'bad-related-story', message });
    return undefined;
  }
  const diagnostics: FieldDiagnostic[] = [];
  const report: Report = (diagnostic) => diagnostics.push(diagnostic);
  const read = <T>(field: Field, reader: (value: Value) => T | undefined): T | undefined => {
    const given = givenValue(value, field);
    return given && reader({ value: given.value, path: [...path, given.name], report });
  };
  const title = read('title', (given) => readPlainText(given, MAX_TITLE));
  const publishedAt = read('publishedAt', readDate);
  const { part, images } = normalizeStory(value, path, { ...context, report });
  const address = part.originUrl ?? part.ampUrl;
  const misspellings = findMisspellings(value, path, RELATED_NAMES);
  const isComplete = title !== undefined && publishedAt !== undefined && address !== undefined;
  if (!isComplete || diagnostics.length > 0 || misspellings.size > 0) {
    const needed = [title, publishedAt, address];
    const lacks = NEEDS.filter((_, index) => needed[index] === undefined);
    reportStory({ path, diagnostics, misspellings, lacks }, context);
  }
  if (!isComplete) return undefined;
  return withoutUndefined<RelatedStory>({
    title,
    publishedAt,
    ...part,
    excerpt: part.excerpt === undefined ? undefined : cutAtWord(part.excerpt, SUMMARY_EXCERPT),
    image: images[0],
    // Known once all articles are, see `serialize-articles.ts`.
    slug: undefined,
  });
}

const LEFT_OUT = ' The related story is left out.';

interface StoryFindings {
  path: FieldPath;
  diagnostics: readonly FieldDiagnostic[];
  /** By the name that is meant. */
  misspellings: ReadonlyMap<string, FieldDiagnostic>;
  lacks: typeof NEEDS;
}

/** Reports what was found in a story. Of what it lacks, the fault on the way to it says why; else that it lacks it. */
function reportStory({ path, diagnostics, misspellings, lacks }: StoryFindings, { report }: Context): void {
  const all = [...diagnostics, ...misspellings.values()];
  const reasons = lacks.flatMap(({ fields, message }): FieldDiagnostic[] => {
    const names: readonly string[] = fields.flatMap((field) => FIELD_NAMES[field]);
    const misspelt = names.flatMap((name) => misspellings.get(name) ?? []);
    const isAbout = ({ path: at }: FieldDiagnostic): boolean =>
      at.length === path.length + 1 && names.includes(String(at[path.length]));
    const found = all.filter((diagnostic) => misspelt.includes(diagnostic) || isAbout(diagnostic));
    const missing = [...path, names[0] ?? ''];
    return found.length > 0 ? found : [{ severity: 'warning', path: missing, code: 'bad-related-story', message }];
  });
  for (const diagnostic of all) if (!reasons.includes(diagnostic)) report(diagnostic);
  for (const reason of reasons) report({ ...reason, message: reason.message + LEFT_OUT });
}
