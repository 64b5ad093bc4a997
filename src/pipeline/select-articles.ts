import { compareCodeUnits } from './find-files.ts';
import type { Issue } from './issue.ts';
import { addressKey } from './normalize/address.ts';
import type { NormalizedArticle } from './normalize/normalize-article.ts';
import { slugKey } from './normalize/slug.ts';
import type { ReadArticle } from './read-article.ts';
import type { Settings } from './settings.ts';

/** What became of the files. Articles, drafts, duplicates and rejected files together are all files. */
export interface Counts {
  files: number;
  articles: number;
  drafts: number;
  /** Drafts that are part of the edition all the same. */
  draftsShown: number;
  duplicates: number;
  rejected: number;
}

export interface Selection {
  /** Newest first. */
  articles: NormalizedArticle[];
  counts: Counts;
  issues: Issue[];
}

/** Chooses what is part of the edition: rejected files and drafts are set aside first, then duplicates. */
export function selectArticles(files: readonly ReadArticle[], settings: Settings): Selection {
  const issues: Issue[] = [];
  const unique = refuseSameSlugs(files, issues);
  const drafts = unique.filter(({ isDraft }) => isDraft);
  const published = unique.filter(({ isDraft }) => !isDraft).sort(newestFirst);
  const { kept, duplicates } = setDuplicatesAside(published, settings.duplicates, issues);
  const shown = settings.unpublished === 'show' ? drafts : [];
  const counts: Counts = {
    files: files.length,
    articles: kept.length,
    drafts: drafts.length,
    draftsShown: shown.length,
    duplicates,
    rejected: files.length - unique.length,
  };
  return { articles: [...kept, ...shown].sort(newestFirst), counts, issues };
}

/** By the moment of publication, then by slug. */
function newestFirst(a: NormalizedArticle, b: NormalizedArticle): number {
  if (a.publishedAt !== b.publishedAt) {
    const difference = Date.parse(b.publishedAt) - Date.parse(a.publishedAt);
    if (difference !== 0) return difference;
  }
  return compareCodeUnits(a.slug, b.slug);
}

/** Two files cannot have one address: the later one, by path, is rejected. */
function refuseSameSlugs(files: readonly ReadArticle[], issues: Issue[]) {
  const owners = new Map<string, string>();
  const unique: NormalizedArticle[] = [];
  for (const { article } of files) {
    if (!article) continue;
    const key = slugKey(article.slug);
    const owner = owners.get(key);
    if (owner === undefined) {
      owners.set(key, article.file);
      unique.push(article);
    } else {
      const message = `Its address \`${article.slug}\` is that of \`${owner}\` already.`;
      const hint = 'Rename the file or give it a `slug`.';
      issues.push({
        file: article.file,
        line: 1,
        column: 1,
        severity: 'error',
        field: 'slug',
        code: 'same-slug',
        message,
        hint,
      });
    }
  }
  return unique;
}

/** `articles` come newest first, so the first with an address is the one that stays. */
function setDuplicatesAside(articles: NormalizedArticle[], rule: Settings['duplicates'], issues: Issue[]) {
  const first = new Map<string, NormalizedArticle>();
  const kept: NormalizedArticle[] = [];
  let duplicates = 0;
  for (const article of articles) {
    const key = article.originUrl && addressKey(article.originUrl);
    const winner = key ? first.get(key) : undefined;
    if (key && !winner) first.set(key, article);
    if (winner) {
      const fate = rule === 'keep' ? 'both are kept' : 'it is left out';
      const message = `It has the same origin address as \`${winner.file}\`, which is newer; ${fate}.`;
      issues.push({
        file: article.file,
        line: 1,
        column: 1,
        severity: 'warning',
        field: 'webUrl',
        code: 'duplicate',
        message,
      });
    }
    if (winner && rule === 'newest') duplicates += 1;
    else kept.push(article);
  }
  return { kept, duplicates };
}
