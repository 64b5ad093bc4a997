import type { Finding, Issue } from '../diagnostics/diagnostic.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter/parse-front-matter.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import { parsePlainFile } from './front-matter/yaml/parse-plain-file.ts';
import type { LocalImageResult, LocalImages } from './images/local-images.ts';
import { locateFindings, toIssue } from './locate-diagnostics.ts';
import { type NormalizedArticle, normalizeArticle } from './normalize/normalize-article.ts';
import type { ReadResult } from './read-text-file.ts';

/** What one article file came to. Without an article it is rejected, and an error says why. */
interface ReadArticle {
  file: string;
  article?: NormalizedArticle;
  /** The local images it asks for, and what came of them. */
  images: LocalImageResult[];
  issues: Issue[];
}

export interface ReadOptions {
  language: string;
  remoteImages: boolean;
  localImages: LocalImages;
}

/** Reads one article file: front matter, fields, body. `file` is its path below the root. */
export function readArticle(file: string, read: ReadResult, options: ReadOptions): ReadArticle {
  if (read.problem) return { file, images: [], issues: [toIssue(file, read.problem, read.text)] };
  const plain = parsePlainFile(read.text);
  const quick = plain && normalize(file, plain.data, plain.body, options);
  if (quick?.article && quick.findings.length === 0)
    return { file, article: quick.article, images: quick.images, issues: [] };

  const split = splitFrontMatter(read.text);
  if ('code' in split) return { file, images: [], issues: [toIssue(file, split, read.text)] };
  const { data, problems } = parseFrontMatter(split);
  const { findings, article, images } = normalize(file, data, split.body, options);
  const isAccepted = article && problems.length === 0;
  return {
    file,
    ...(isAccepted ? { article } : {}),
    images,
    issues: locateFindings(file, findings, split, problems),
  };
}

function normalize(file: string, data: FrontMatter | undefined, body: string, options: ReadOptions) {
  const findings: Finding[] = [];
  const images = new Map<string, LocalImageResult>();
  const useImage = (image: LocalImageResult): void => void images.set(image.asked, image);
  const report = (finding: Finding): void => add(finding, findings);
  const article = data && normalizeArticle(data, body, { ...options, file, useImage, report });
  return { findings, images: [...images.values()], ...(article ? { article } : {}) };
}

/** A file of 2 MB may hold a warning for every third byte. Its errors are always kept: they say why there is no article. */
function add(finding: Finding, findings: Finding[]): void {
  if (findings.length < MAX_WARNINGS || finding.severity === 'error') findings.push(finding);
  if (findings.length === MAX_WARNINGS) {
    const most = MAX_WARNINGS.toLocaleString('en');
    const message = `Expected fewer than ${most} warnings about one file, found more; those after these are left out.`;
    findings.push({ severity: 'warning', path: [], code: 'cut', message });
  }
}

const MAX_WARNINGS = 50_000;
