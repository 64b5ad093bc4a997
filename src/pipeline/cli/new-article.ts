import { hash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findFiles } from '../content/files/find-files.ts';
import { hasLegacyLayout } from '../content/files/folder-layout.ts';
import { SCHEMA_FILE, schemaLine } from '../content/normalize/article-schema.ts';
import { articleSlug, isReservedOnWindows, slugKey } from '../content/normalize/fields/slug.ts';
import { topicKey } from '../content/normalize/fields/topic-names.ts';
import { MAX_TITLE } from '../content/normalize/normalize-story.ts';
import { PLACEHOLDER } from '../content/normalize/placeholder.ts';
import { plainText } from '../content/normalize/values/plain-text.ts';
import { displayPath } from '../diagnostics/display-path.ts';
import { describeSystemError } from '../diagnostics/system-error.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { slugify } from '../util/slugify.ts';
import { type CliContext, fail } from './cli-context.ts';

interface NewArticleArguments {
  /** The content root. */
  root: string;
  title: string;
}

/** Creates the file of a new article, a draft with fields to fill in. Never overwrites a file. Returns the exit code. */
export function createArticle({ root, title }: NewArticleArguments, context: CliContext): 0 | 1 {
  const text = plainText(title);
  if (text === '') return fail('Expected a title, found no text.', context);
  if (Array.from(text).length > MAX_TITLE)
    return fail(`Expected a title of at most ${MAX_TITLE.toLocaleString('en')} characters, found more.`, context);
  const now = new Date(context.now).toISOString().replace(/\.\d+Z$/, 'Z');
  const file = articlePathFor(root, slugFor(text), now.slice(0, 10));
  const { settings } = readSettings({ root, env: context.env, mode: 'build' });
  const display = (name: string): string => displayPath(context.cwd, path.join(root, name));
  const existing = findFiles(root, settings).articles.find((other) => hasSameSlug(file, other));
  if (existing !== undefined || existsSync(path.join(root, file)))
    return fail(`${display(existing ?? file)} already exists and is not changed. Choose another title.`, context);
  try {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), draft({ title, now, schema: schemaFor(root, file) }), { flag: 'wx' });
  } catch (error) {
    return fail(`${display(file)} cannot be written: ${describeSystemError(error)}.`, context);
  }
  const isFound = findFiles(root, settings).articles.includes(file);
  context.stdout.write(`${display(file)}\n${isFound ? NEXT_STEPS : explainNotFound(file, settings)}\n`);
  return 0;
}

const NEXT_STEPS = 'It is a draft: `npm run dev` shows it. Fill in its fields, then delete the line `draft: true`.';

function explainNotFound(file: string, { file: settingsFile = 'the settings', articles }: Settings): string {
  if (!articles) return 'It is not an article yet: articles are not read from this folder.';
  return `It is not an article yet: \`articles\` in ${settingsFile} does not match it. Add a pattern such as ${path.posix.dirname(file)}/*.md.`;
}

/** Made like the slug of a topic. A title without letters, or with a name that is reserved on Windows, gets a suffix. */
function slugFor(title: string): string {
  const slug = slugify(topicKey(title));
  return slug !== '' && !isReservedOnWindows(slug) ? slug : `${slug || 'story'}-${suffixFor(title)}`;
}

const suffixFor = (title: string): string => hash('sha256', title, 'hex').slice(0, 6);

/** The path of the file: in `_news/` in a legacy folder, else in folders by year and month. */
function articlePathFor(root: string, slug: string, day: string): string {
  return hasLegacyLayout(root) ? `_news/${day}-${slug}.md` : `${day.slice(0, 4)}/${day.slice(5, 7)}/${slug}.md`;
}

/** Whether two files would have the same slug. */
function hasSameSlug(file: string, other: string): boolean {
  const [a = '', b = ''] = [file, other].map((name) => articleSlug({ file: name }).slug);
  return slugKey(a) === slugKey(b);
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

/** Quotes text for YAML. YAML accepts the escapes of JSON and requires more characters to be escaped. */
const quoteYaml = (text: string): string =>
  JSON.stringify(text.toWellFormed()).replace(
    /[\p{Cc}\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
