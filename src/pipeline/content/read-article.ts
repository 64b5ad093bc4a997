import type { Diagnostic, FieldDiagnostic } from '../diagnostics/diagnostic.ts';
import { defined } from '../util/defined.ts';
import type { FolderLayout } from './files/folder-layout.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter/parse-front-matter.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import { parsePlainFile } from './front-matter/yaml/parse-plain-file.ts';
import type { LocalImageResult, LocalImages } from './images/local-images.ts';
import { fileDiagnostic, locateDiagnostics } from './locate-diagnostics.ts';
import { readIsDraft } from './normalize/fields/draft.ts';
import { indexFields, type Respelling } from './normalize/fields/index-fields.ts';
import { type NormalizedArticle, normalizeArticle } from './normalize/normalize-article.ts';
import type { TextFile } from './read-text-file.ts';

/**
 * The result of reading an article file. Without an article the file is an unfinished draft, or it is rejected and there
 * is an error.
 */
interface ReadArticleResult {
  file: string;
  article?: NormalizedArticle;
  /** The file says that it is a draft, and has no article. A draft may be unfinished, so its errors are warnings. */
  isUnfinishedDraft?: true;
  /** The results of looking up the local images that it names. */
  images: LocalImageResult[];
  diagnostics: Diagnostic[];
  names?: FieldNameReport;
}

/** What is said once about all files with a name in their front matter. */
export interface FieldNameReport {
  /** The names that are not read and whose loss a reader may notice. */
  unread?: string[];
  /** The names that are read although they are spelled in another case. */
  respelled?: Respelling[];
}

export interface ReadOptions {
  language: string;
  /** The site's time zone, an IANA name. */
  timeZone: string;
  layout: FolderLayout;
  remoteImages: boolean;
  localImages: LocalImages;
}

/** Parses an article file: front matter, fields and body. `file` is its path relative to the content root. */
export function readArticle(file: string, read: TextFile, options: ReadOptions): ReadArticleResult {
  if (read.diagnostic) return { file, images: [], diagnostics: [fileDiagnostic(file, read.diagnostic, read.text)] };
  const plain = parsePlainFile(read.text);
  const fast = plain && normalize(file, plain.data, plain.body, options);
  if (fast?.article && fast.fieldDiagnostics.length === 0)
    return { file, article: fast.article, images: fast.images, diagnostics: [], ...defined('names', fast.names) };

  const split = splitFrontMatter(read.text);
  if ('code' in split) return { file, images: [], diagnostics: [fileDiagnostic(file, split, read.text)] };
  const { data, diagnostics: parseDiagnostics } = parseFrontMatter(split);
  const { fieldDiagnostics, article, images, names } = normalize(file, data, split.body, options);
  const isAccepted = article && parseDiagnostics.length === 0;
  const emptyTitle = findCommentAsTitle(fieldDiagnostics, split.source);
  const diagnostics = locateDiagnostics(file, emptyTitle ?? fieldDiagnostics, split, parseDiagnostics);
  const result = { file, images, ...defined('names', names) };
  if (isAccepted && !emptyTitle) return { ...result, article, diagnostics };
  const isDraft = data && (readIsDraft(data, () => {}) || options.layout.isDraft(file));
  if (!isDraft) return { ...result, diagnostics };
  return { ...result, isUnfinishedDraft: true, diagnostics: diagnostics.map(asWarning) };
}

/** The diagnostics of a file whose title begins with `#`, which is a comment in YAML; `undefined` for any other file. */
function findCommentAsTitle(diagnostics: readonly FieldDiagnostic[], source: string): FieldDiagnostic[] | undefined {
  const comment = /^[ \t]*title[ \t]*:[ \t]+(#[^\r\n]*)/im.exec(source)?.[1]?.trim();
  if (comment === undefined || !diagnostics.some(({ code }) => code === 'missing-title')) return undefined;
  return diagnostics.map((diagnostic) => {
    if (diagnostic.code !== 'missing-title') return diagnostic;
    const message = 'Expected a `title`, found a comment: in YAML, text after ` #` is one.';
    const hint = `Put the title in quotes: \`title: "${comment.replaceAll('"', "'")}"\`.`;
    return { ...diagnostic, severity: 'error', code: 'bad-required-field', message, hint };
  });
}

const asWarning = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, severity: 'warning' });

function normalize(file: string, data: FrontMatter | undefined, body: string, options: ReadOptions) {
  const fieldDiagnostics: FieldDiagnostic[] = [];
  const images = new Map<string, LocalImageResult>();
  const noteImage = ({ misses = [], ...image }: LocalImageResult): void => {
    // A file that appears at one of these paths changes the result.
    for (const requestedPath of misses) images.set(requestedPath, { requestedPath, reason: '' });
    images.set(image.requestedPath, image);
  };
  const report = (diagnostic: FieldDiagnostic): void => add(diagnostic, fieldDiagnostics);
  // The spread comes last. In Node 20 an object with a field after a spread has a hidden class of its own, so that each
  // access to its fields is a lookup: a fifth of the time for a cold build.
  const article = data && normalizeArticle(data, body, { file, noteImage, report, ...options });
  const names = data && reportNames(data, fieldDiagnostics);
  return { fieldDiagnostics, images: [...images.values()], names, ...(article ? { article } : {}) };
}

/** The names that are not reported as misspelt. */
function reportNames(data: FrontMatter, diagnostics: readonly FieldDiagnostic[]): FieldNameReport | undefined {
  const { unknown, respelled } = indexFields(data);
  if (unknown.length === 0 && respelled.length === 0) return undefined;
  const isReported = (name: string): boolean =>
    diagnostics.some(({ path, isAboutName }) => isAboutName && path[0] === name);
  const unread = unknown.filter((name) => !isReported(name)).map(detachName);
  return {
    ...(unread.length > 0 ? { unread } : {}),
    ...(respelled.length > 0
      ? { respelled: respelled.map(({ name, known }) => ({ name: detachName(name), known })) }
      : {}),
  };
}

const names = new Map<string, string>();
const MAX_NAMES = 10_000;

/** A copy of a name, the same for all files. In V8 a substring keeps the whole text of its file in memory. */
function detachName(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const copy = Buffer.from(name).toString();
  if (names.size < MAX_NAMES) names.set(copy, copy);
  return copy;
}

/** Limits the warnings: a file of 2 MB can cause one for every third byte. Errors explain a rejection and are all kept. */
function add(diagnostic: FieldDiagnostic, fieldDiagnostics: FieldDiagnostic[]): void {
  if (fieldDiagnostics.length < MAX_WARNINGS || diagnostic.severity === 'error') fieldDiagnostics.push(diagnostic);
  if (fieldDiagnostics.length === MAX_WARNINGS) {
    const max = MAX_WARNINGS.toLocaleString('en');
    const message = `Expected fewer than ${max} warnings about one file, found more; the rest is left out.`;
    fieldDiagnostics.push({ severity: 'warning', path: [], code: 'cut', message });
  }
}

const MAX_WARNINGS = 50_000;
