import type { Report } from '../../../diagnostics/diagnostic.ts';
import type { FolderLayout } from '../../files/folder-layout.ts';
import type { LocalImageResult, LocalImages } from '../../images/local-images.ts';
import type { BodyReference } from './body-reference.ts';

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
  /** The folder of the publisher's pages, if there is one. */
  pagesFolder?: string;
  /** The full URL of the site, if it has one. It ends with a slash. */
  siteUrl?: string;
  localImages: LocalImages;
  /** Records the result of looking up a local image. */
  noteImage: (result: LocalImageResult) => void;
  report: Report;
}

/** The context in which an article with its body is read. */
export interface ArticleContext extends FieldContext {
  /** Records a link of the body whose target depends on other files, and returns its index. */
  noteReference: (reference: BodyReference) => number;
}
