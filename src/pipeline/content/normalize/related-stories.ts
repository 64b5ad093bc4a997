import type { RelatedStory } from '../../../model/article.ts';
import type { FieldPath, Finding, Report } from '../../diagnostics/diagnostic.ts';
import { withoutUndefined } from '../../util/defined.ts';
import type { Context } from './fields/field-context.ts';
import { type Field, findMisspellings, givenOne, RELATED_NAMES, SPELLINGS } from './fields/field-names.ts';
import { MAX_TITLE, readStoryPart } from './normalize-story.ts';
import { addressKey } from './values/clean-url.ts';
import { describe } from './values/describe-value.ts';
import { cutAtWord } from './values/plain-text.ts';
import { asList, isMapping, readMoment, readPlainText, type Value } from './values/read-value.ts';

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
    const key = story && addressKey(story.originUrl ?? story.ampUrl ?? '');
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
    const message = `Expected a story with a \`title\`, found ${describe(value)}.${LEFT_OUT}`;
    context.report({ severity: 'warning', path, code: 'bad-related-story', message });
    return undefined;
  }
  const findings: Finding[] = [];
  const report: Report = (finding) => findings.push(finding);
  const read = <T>(field: Field, reader: (value: Value) => T | undefined): T | undefined => {
    const given = givenOne(value, field);
    return given && reader({ value: given.value, path: [...path, given.name], report });
  };
  const title = read('title', (given) => readPlainText(given, MAX_TITLE));
  const publishedAt = read('publishedAt', readMoment);
  const { part, images } = readStoryPart(value, path, { ...context, report });
  const address = part.originUrl ?? part.ampUrl;
  const misspellings = findMisspellings(value, path, RELATED_NAMES);
  const isComplete = title !== undefined && publishedAt !== undefined && address !== undefined;
  if (!isComplete || findings.length > 0 || misspellings.size > 0) {
    const needed = [title, publishedAt, address];
    const lacks = NEEDS.filter((_, index) => needed[index] === undefined);
    reportStory({ path, findings, misspellings, lacks }, context);
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
  findings: readonly Finding[];
  /** By the name that is meant. */
  misspellings: ReadonlyMap<string, Finding>;
  lacks: typeof NEEDS;
}

/** Reports what was found in a story. Of what it lacks, the fault on the way to it says why; else that it lacks it. */
function reportStory({ path, findings, misspellings, lacks }: StoryFindings, { report }: Context): void {
  const all = [...findings, ...misspellings.values()];
  const reasons = lacks.flatMap(({ fields, message }): Finding[] => {
    const names: readonly string[] = fields.flatMap((field) => SPELLINGS[field]);
    const misspelt = names.flatMap((name) => misspellings.get(name) ?? []);
    const isAbout = ({ path: at }: Finding): boolean =>
      at.length === path.length + 1 && names.includes(String(at[path.length]));
    const found = all.filter((finding) => misspelt.includes(finding) || isAbout(finding));
    const missing = [...path, names[0] ?? ''];
    return found.length > 0 ? found : [{ severity: 'warning', path: missing, code: 'bad-related-story', message }];
  });
  for (const finding of all) if (!reasons.includes(finding)) report(finding);
  for (const reason of reasons) report({ ...reason, message: reason.message + LEFT_OUT });
}
