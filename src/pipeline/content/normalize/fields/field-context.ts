import type { Report } from '../../../diagnostics/diagnostic.ts';
import type { FolderLayout } from '../../files/folder-layout.ts';
import type { LocalImageResult, LocalImages } from '../../images/local-images.ts';

/** The context in which the fields of a file are read. */
export interface FieldContext {
  /** The path of the file, relative to the content root. */
  file: string;
  /** The site's language. */
  language: string;
  /** The site's time zone, an IANA name. */
  timeZone: string;
  layout: FolderLayout;
  /** Whether images from other hosts may be used. */
  remoteImages: boolean;
  localImages: LocalImages;
  /** Records the result of looking up a local image. */
  noteImage: (result: LocalImageResult) => void;
  report: Report;
}
