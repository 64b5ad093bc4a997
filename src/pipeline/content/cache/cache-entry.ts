import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocalImageResult } from '../images/local-images.ts';
import type { FieldNameReport } from '../normalize/names/report-names.ts';
import type { ArticleRecord } from './article-record.ts';
import type { CachedText } from './text-cache.ts';

/**
 * The result of reading an article file. Without a record the file is an unfinished draft or has no date, or it is rejected
 * and there is an error.
 */
export interface ArticleFileResult {
  file: string;
  record?: ArticleRecord;
  isUnfinishedDraft?: true;
  /** It has no date, and is no article. */
  isUndated?: true;
  /** The results of looking up the local images that it names. */
  images: LocalImageResult[];
  diagnostics: Diagnostic[];
  /** The names in its front matter that are not read, or that are spelled in another case. */
  names?: FieldNameReport;
}

/** The result of an article file, with fingerprints that tell whether the file has changed. */
export interface CacheEntry {
  result: ArticleFileResult;
  /** Modification times, size and inode; empty if the file changed so recently that it may change again unnoticed. */
  fingerprint: string;
  /** A hash of the file's text; empty if the file could not be read. */
  hash: string;
  imageFingerprints: string[];
  texts?: CachedText;
  /** The summary, kept in memory only for articles read in this process: several collections need it. */
  summary?: string;
}
