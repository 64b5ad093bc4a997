import type { Report } from '../../../diagnostics/diagnostic.ts';
import type { LocalImageResult, LocalImages } from '../../images/local-images.ts';

/** What normalising one file needs to know besides the file's fields. */
export interface Context {
  /** Below the content root. */
  file: string;
  /** The site's language. */
  language: string;
  /** Whether images from other hosts may be used. */
  remoteImages: boolean;
  localImages: LocalImages;
  /** Notes that a local image was asked for, and what came of it. */
  noteImage: (result: LocalImageResult) => void;
  report: Report;
}
