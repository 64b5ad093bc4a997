import type { Diagnostic, FieldDiagnostic } from '../diagnostics/diagnostic.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter/parse-front-matter.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import { parsePlainFile } from './front-matter/yaml/parse-plain-file.ts';
import type { LocalImageResult, LocalImages } from './images/local-images.ts';
import { fileDiagnostic, locateDiagnostics } from './locate-diagnostics.ts';
import { type NormalizedArticle, normalizeArticle } from './normalize/normalize-article.ts';
import type { TextFile } from './read-text-file.ts';

/** What one article file came to. Without an article it is rejected, and an error says why. */
interface ReadArticle {
  file: string;
  article?: NormalizedArticle;
  /** The local images it asks for, and what came of them. */
  images: LocalImageResult[];
  diagnostics: Diagnostic[];
}

export interface ReadOptions {
  language: string;
  remoteImages: boolean;
  localImages: LocalImages;
}

/** Reads one article file: front matter, fields, body. `file` is its path below the root. */
export function readArticle(file: string, read: TextFile, options: ReadOptions): ReadArticle {
  if (read.diagnostic) return { file, images: [], diagnostics: [fileDiagnostic(file, read.diagnostic, read.text)] };
  const plain = parsePlainFile(read.text);
  const quick = plain && normalize(file, plain.data, plain.body, options);
  if (quick?.article && quick.fieldDiagnostics.length === 0)
    return { file, article: quick.article, images: quick.images, diagnostics: [] };

  const split = splitFrontMatter(read.text);
  if ('code' in split) return { file, images: [], diagnostics: [fileDiagnostic(file, split, read.text)] };
  const { data, diagnostics: parseDiagnostics } = parseFrontMatter(split);
  const { fieldDiagnostics, article, images } = normalize(file, data, split.body, options);
  const isAccepted = article && parseDiagnostics.length === 0;
  return {
    file,
    ...(isAccepted ? { article } : {}),
    images,
    diagnostics: locateDiagnostics(file, fieldDiagnostics, split, parseDiagnostics),
  };
}

function normalize(file: string, data: FrontMatter | undefined, body: string, options: ReadOptions) {
  const fieldDiagnostics: FieldDiagnostic[] = [];
  const images = new Map<string, LocalImageResult>();
  const noteImage = (image: LocalImageResult): void => void images.set(image.asked, image);
  const report = (diagnostic: FieldDiagnostic): void => add(diagnostic, fieldDiagnostics);
  const article = data && normalizeArticle(data, body, { ...options, file, noteImage, report });
  return { fieldDiagnostics, images: [...images.values()], ...(article ? { article } : {}) };
}

/** A file of 2 MB may hold a warning for every third byte. Its errors are always kept: they say why there is no article. */
function add(diagnostic: FieldDiagnostic, fieldDiagnostics: FieldDiagnostic[]): void {
  if (fieldDiagnostics.length < MAX_WARNINGS || diagnostic.severity === 'error') fieldDiagnostics.push(diagnostic);
  if (fieldDiagnostics.length === MAX_WARNINGS) {
    const most = MAX_WARNINGS.toLocaleString('en');
    const message = `Expected fewer than ${most} warnings about one file, found more; those after these are left out.`;
    fieldDiagnostics.push({ severity: 'warning', path: [], code: 'cut', message });
  }
}

const MAX_WARNINGS = 50_000;
