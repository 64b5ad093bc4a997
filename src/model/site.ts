import type { Image } from './image.ts';

/** The settings from `site.yaml` that the app needs. */
export interface Site {
  title: string;
  description?: string;
  /** BCP 47. */
  language: string;
  /** The time zone of displayed dates, by its IANA name. */
  timeZone: string;
  /** Begins and ends with a slash. */
  basePath: string;
  /** The full public URL, where `site.yaml` gives one. */
  address?: string;
  logo?: string;
  /** The file of the icon, if there is only one. Else all sizes have their usual names. */
  onlyIcon?: string;
  accent?: string;
  /** Pictures of the title, in the masthead. Both have a size. */
  nameplate?: { light: Image; dark?: Image };
  /** Links in the page footer by name: about, imprint, privacy, and the feed. */
  links?: Record<string, string>;
  /** Articles that no other source reports say so. */
  marksSingleSource?: true;
  /** The footer does not name the software. */
  hidesCredit?: true;
  /** The edition has no search index. */
  hasNoSearch?: true;
  /** The URL of the repository with the content files. */
  repository?: string;
  /** The URL at which the repository shows content files. The path of a file is appended, relative to the content root. */
  filesUrl?: string;
}
