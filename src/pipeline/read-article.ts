import { parseFrontMatter } from './front-matter/parse-front-matter.ts';
import { splitFrontMatter } from './front-matter/split-front-matter.ts';
import type { Finding, Issue } from './issue.ts';
import type { LocalImageResult, LocalImages } from './local-images.ts';
import { locateFindings, toIssue } from './locate-findings.ts';
import { type NormalizedArticle, normalizeArticle } from './normalize/normalize-article.ts';
import { readText } from './read-text.ts';

/** What one article file came to. Without an article it is rejected, and an error says why. */
export interface ReadArticle {
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

/** Reads one article file: text, front matter, fields. `source` is its path on disk, `file` that below the root. */
export function readArticle(source: string, file: string, options: ReadOptions): ReadArticle {
  const read = readText(source);
  if ('problem' in read) return { file, images: [], issues: [toIssue(file, read.problem)] };
  const split = splitFrontMatter(read.text);
  if ('code' in split) return { file, images: [], issues: [toIssue(file, split, read.text)] };
  const { data, problems } = parseFrontMatter(split);
  const findings: Finding[] = [];
  const images = new Map<string, LocalImageResult>();
  const article =
    data &&
    normalizeArticle(data, split.body, {
      ...options,
      file,
      useImage: (image) => images.set(image.asked, image),
      report: (finding) => add(finding, findings),
    });
  const isRefused = article === undefined || problems.length > 0;
  return {
    file,
    ...(isRefused ? {} : { article }),
    images: [...images.values()],
    issues: locateFindings(file, findings, split, problems),
  };
}

/** A file of 2 MB may hold a warning for every third byte. Its errors are always kept: they say why there is no article. */
function add(finding: Finding, findings: Finding[]): void {
  if (findings.length < MAX_WARNINGS || finding.severity === 'error') findings.push(finding);
  if (findings.length === MAX_WARNINGS) {
    const message = 'There are more warnings about this file than anyone reads; those after these are left out.';
    findings.push({ severity: 'warning', path: [], code: 'cut', message });
  }
}

const MAX_WARNINGS = 50_000;
