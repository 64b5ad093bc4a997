/** What `site.yaml` says about the site, as the reader needs it. */
export interface Site {
  title: string;
  description?: string;
  /** BCP 47. */
  language: string;
  /** IANA name: the zone in which pages print dates. */
  timeZone: string;
  /** Begins and ends with a slash. */
  basePath: string;
  /** The full public address, where `site.yaml` gives one. */
  address?: string;
  logo?: string;
  accent?: string;
  /** Links of the page's foot by name: about, imprint, privacy, and the feed. */
  links?: Record<string, string>;
  /** Where content files can be seen and reported. */
  repository?: string;
  /** Where content files can be seen: the address of one, up to its path below the content root. */
  filesUrl?: string;
}
