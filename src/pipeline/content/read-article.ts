import type { Diagnostic, FieldDiagnostic } from '../diagnostics/diagnostic.ts';
import { defined } from '../util/defined.ts';
import { findCommentAsTitle } from './comment-as-title.ts';
import type { FolderLayout } from './files/folder-layout.ts';
import { isPageFile } from './files/is-page-file.ts';
import { findForeignDuplicates } from './foreign-duplicates.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter/parse-front-matter.ts';
import { parsePlainFile } from './front-matter/yaml/parse-plain-file.ts';
import type { LocalImageResult, LocalImages } from './images/local-images.ts';
import { fileDiagnostic, locateDiagnostics } from './locate-diagnostics.ts';
import type { BodyReference } from './normalize/fields/body-reference.ts';
import { readIsDraft } from './normalize/fields/draft.ts';
import { FIELD_NAMES } from './normalize/names/field-names.ts';
import { indexFields } from './normalize/names/index-fields.ts';
import { type FieldNameReport, reportNames } from './normalize/names/report-names.ts';
import { type NormalizedArticle, normalizeArticle } from './normalize/normalize-article.ts';
import type { TextFile } from './read-text-file.ts';
import { splitArticle } from './split-article.ts';

/**
 * The result of reading an article file. Without an article the file is an unfinished draft or has no date, or it is
 * rejected and there is an error.
 */
interface ReadArticleResult {
  file: string;
  article?: NormalizedArticle;
  /** The file says that it is a draft, and has no article. A draft may be unfinished, so its errors are warnings. */
  isUnfinishedDraft?: true;
  /** It has no date, and is a page of the site that the folder was made for. */
  isUndated?: true;
  /** The links of its body whose targets depend on other files. */
  references: BodyReference[];
  /** The results of looking up the local images that it names. */
  images: LocalImageResult[];
  diagnostics: Diagnostic[];
  names?: FieldNameReport;
}

export interface ReadOptions {
  language: string;
  /** The site's time zone, an IANA name. */
  timeZone: string;
  layout: FolderLayout;
  remoteImages: boolean;
  /** The folder of the publisher's pages, if there is one. */
  pagesFolder?: string;
  /** The full URL of the site, if it has one. */
  siteUrl?: string;
  localImages: LocalImages;
}

/** Parses an article file: front matter, fields and body. `file` is its path relative to the content root. */
export function readArticle(file: string, read: TextFile, options: ReadOptions): ReadArticleResult {
  if (read.diagnostic) return rejected(file, fileDiagnostic(file, read.diagnostic, read.text));
  const plain = parsePlainFile(read.text);
  const fast = plain && normalize(file, plain.data, plain.body, options);
  if (fast?.article && fast.fieldDiagnostics.length === 0)
    return {
      file,
      article: fast.article,
      references: fast.references,
      images: fast.images,
      diagnostics: [],
      ...defined('names', fast.names),
    };

  const split = splitArticle(read.text, options.layout, isPageFile({ file, pagesFolder: options.pagesFolder }));
  if ('code' in split) return rejected(file, fileDiagnostic(file, split, read.text));
  const { data: parsed, diagnostics: parseDiagnostics } = parseFrontMatter(split);
  const duplicates = findForeignDuplicates(parseDiagnostics);
  const data = parsed && duplicates.omitFrom(parsed);
  const { fieldDiagnostics, article, images, references, names } = normalize(file, data, split.body, options);
  const isAccepted = article && parseDiagnostics.every(duplicates.isAbout);
  const emptyTitle = findCommentAsTitle(fieldDiagnostics, split.source);
  const located = locateDiagnostics(file, emptyTitle ?? fieldDiagnostics, split, parseDiagnostics);
  // The parser of TOML gives no data if a field occurs twice, so the file is rejected.
  const diagnostics = parsed ? located.map(duplicates.toWarning) : located;
  const result = { file, references, images, ...defined('names', names) };
  if (isAccepted && !emptyTitle) return { ...result, article, diagnostics };
  const isDraft = data && (readIsDraft(indexFields(data), () => {}) || options.layout.isDraft(file));
  if (isDraft) {
    const others = options.layout.isDraft(file) ? diagnostics.filter((each) => !isMissingDate(each)) : diagnostics;
    return { ...result, isUnfinishedDraft: true, diagnostics: others.map(asWarning) };
  }
  if (options.layout.hasPages && isUndated(diagnostics))
    return { file, references: [], images: [], isUndated: true, diagnostics: [] };
  return { ...result, diagnostics };
}

/** Files in a folder of drafts have no date yet. */
const isMissingDate = ({ code, field }: Diagnostic): boolean =>
  code === 'missing-field' && field === FIELD_NAMES.publishedAt[0];

/** Whether a file is rejected only for what it lacks, a date among it. */
function isUndated(diagnostics: readonly Diagnostic[]): boolean {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return errors.some(isMissingDate) && errors.every(({ code }) => code === 'missing-field');
}

const asWarning = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, severity: 'warning' });

const rejected = (file: string, diagnostic: Diagnostic): ReadArticleResult => ({
  file,
  references: [],
  images: [],
  diagnostics: [diagnostic],
});

function normalize(file: string, data: FrontMatter | undefined, body: string, options: ReadOptions) {
  const fieldDiagnostics: FieldDiagnostic[] = [];
  const images = new Map<string, LocalImageResult>();
  const noteImage = ({ misses = [], ...image }: LocalImageResult): void => {
    // A file that appears at one of these paths changes the result.
    for (const requestedPath of misses) images.set(requestedPath, { requestedPath, reason: '' });
    images.set(image.name === undefined ? image.requestedPath : `${image.requestedPath}\0${image.name}`, image);
  };
  const references: BodyReference[] = [];
  const noteReference = (reference: BodyReference): number => references.push(reference) - 1;
  const report = (diagnostic: FieldDiagnostic): void => add(diagnostic, fieldDiagnostics);
  const fields = data && indexFields(data);
  // The spread comes last. In Node 20 an object with a field after a spread has a hidden class of its own, so that each
  // access to its fields is a lookup: a fifth of the time for a cold build.
  const article = fields && normalizeArticle(fields, body, { file, noteImage, noteReference, report, ...options });
  const names = fields && reportNames(fields, fieldDiagnostics, isPageFile({ file, pagesFolder: options.pagesFolder }));
  return { fieldDiagnostics, images: [...images.values()], references, names, ...(article ? { article } : {}) };
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
