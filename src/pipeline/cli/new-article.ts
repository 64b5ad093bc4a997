import { hash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFiles, hasLegacyLayout } from '../content/find-files.ts';
import { SCHEMA_FILE, schemaLine } from '../content/normalize/article-schema.ts';
import { articleSlug, isReservedOnWindows, slugKey } from '../content/normalize/fields/slug.ts';
import { topicKey } from '../content/normalize/fields/topic-names.ts';
import { MAX_TITLE } from '../content/normalize/normalize-story.ts';
import { PLACEHOLDER } from '../content/normalize/placeholder.ts';
import { plainText } from '../content/normalize/values/plain-text.ts';
import { describeSystemError } from '../diagnostics/system-error.ts';
import { slugify } from '../edition/slugify.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { type CliContext, displayPath, fail } from './cli-context.ts';

interface NewArticleArguments {
  /** The content root. */
  root: string;
  title: string;
}

/** Writes the file of a new article, a draft with its fields to fill in. Never overwrites a file. */
export function createArticle({ root, title }: NewArticleArguments, context: CliContext): 0 | 1 {
  const text = plainText(title);
  if (text === '') return fail('Expected a title, found nothing to read.', context);
  if (Array.from(text).length > MAX_TITLE)
    return fail(`Expected a title of at most ${MAX_TITLE.toLocaleString('en')} characters, found more.`, context);
  const now = new Date(context.now).toISOString().replace(/\.\d+Z$/, 'Z');
  const file = placeFor(root, slugFor(text), now.slice(0, 10));
  const { settings } = readSettings({ root, env: context.env, mode: 'build' });
  const shown = (name: string): string => displayPath(context, path.join(root, name));
  const same = findFiles(root, settings.articles).articles.find((other) => isSame(file, other));
  if (same !== undefined || existsSync(path.join(root, file)))
    return fail(`${shown(same ?? file)} is there already, and stays as it is. Choose another title.`, context);
  try {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), draft({ title, now, schema: schemaFor(root, file) }), { flag: 'wx' });
  } catch (error) {
    return fail(`${shown(file)} cannot be written: ${describeSystemError(error)}.`, context);
  }
  const isFound = findFiles(root, settings.articles).articles.includes(file);
  context.stdout.write(`${shown(file)}\n${isFound ? NEXT : explainMissed(file, settings)}\n`);
  return 0;
}

const NEXT = 'It is a draft: `npm run dev` shows it. Fill in its fields, then delete the line `draft: true`.';

function explainMissed(file: string, { file: from = 'the settings', articles }: Settings): string {
  if (!articles) return 'It is no article yet: no articles are looked for in its folder.';
  return `It is no article yet: \`articles\` in ${from} does not name it. Add a pattern such as ${path.posix.dirname(file)}/*.md.`;
}

/** Made as that of a topic is; a title without letters, or with a name that Windows keeps, gets a suffix. */
function slugFor(title: string): string {
  const slug = slugify(topicKey(title));
  return slug !== '' && !isReservedOnWindows(slug) ? slug : `${slug || 'story'}-${suffixFor(title)}`;
}

const suffixFor = (title: string): string => hash('sha256', title, 'hex').slice(0, 6);

/** As the ancestor's folders are laid out, where this is one; else by year and month. */
function placeFor(root: string, slug: string, day: string): string {
  return hasLegacyLayout(root) ? `_news/${day}-${slug}.md` : `${day.slice(0, 4)}/${day.slice(5, 7)}/${slug}.md`;
}

/** Whether two files would have one address. */
function isSame(file: string, other: string): boolean {
  const [one, two] = [file, other].map((name) => articleSlug(name, undefined));
  return (
    one !== undefined && two !== undefined && 'slug' in one && 'slug' in two && slugKey(one.slug) === slugKey(two.slug)
  );
}

const schemaFor = (root: string, file: string): string =>
  existsSync(path.join(root, SCHEMA_FILE)) ? `${schemaLine(file)}\n` : '';

const draft = ({ title, now, schema }: { title: string; now: string; schema: string }): string => `---
${schema}title: ${quoteYaml(title)}
excerpt: ""
publishedDateTime: ${now}
webUrl: ""
# provider: { name: "Example News", domain: example.com }
# topics: [Science, Space]
# images: [{ url: "picture.jpg", title: "What it shows" }]
# related: [{ title: "Another story", publishedDateTime: 2026-01-31, webUrl: "https://example.com/another" }]
draft: true
---
${PLACEHOLDER}
`;

/** Text between double quotes. YAML takes the escapes of JSON, and wants some more signs escaped. */
const quoteYaml = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
