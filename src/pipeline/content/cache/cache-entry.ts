import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocalImageResult } from '../images/local-images.ts';
import type { ArticleRecord } from './article-record.ts';
import type { CachedText } from './text-cache.ts';

/** What one article file came to. Without a record it is rejected, and an error says why. */
export interface ReadFile {
  file: string;
  record?: ArticleRecord;
  /** The local images it asks for, and what came of them. */
  images: LocalImageResult[];
  diagnostics: Diagnostic[];
}

/** A file that was read, with what tells whether it is still as it was. */
export interface CacheEntry {
  read: ReadFile;
  /** When the file changed last, and its size; empty when that is so short ago that it may change again unnoticed. */
  fingerprint: string;
  /** A hash of the file's text; empty when it could not be read. */
  hash: string;
  imageFingerprints: string[];
  texts?: CachedText;
  /** The summary of an article that was read just now: every feed will ask for it. */
  summary?: string;
}
