import type { Site } from '../../model/site.ts';
import { withoutUndefined } from '../util/defined.ts';

/** The settings of a site: `site.yaml`, then the environment, then the defaults. */
export interface Settings {
  /** The file that they were read from, below the content root. */
  file?: string;
  site: Site;
  onError: 'fail' | 'skip';
  unpublished: 'hide' | 'show';
  duplicates: 'newest' | 'keep';
  remoteImages: boolean;
  /** Globs of the article files. */
  articles?: string[];
  /** What is written besides the reader and its data. */
  outputs: OutputName[];
  /** Outputs that are not written because the site has no full address. */
  leftOut: OutputName[];
  /** Whether feed entries link to the page on this site, or to the original. */
  feedLinks: 'page' | 'origin';
  /** How many article pages are written as HTML. */
  pages: 'all' | number;
}

/** The outputs that a publisher can choose from, in the order in which messages list them. */
export const OUTPUTS = ['atom', 'rss', 'jsonFeed', 'sitemap', 'newsSitemap', 'robots', 'api'] as const;
export type OutputName = (typeof OUTPUTS)[number];

/** Outputs that hold full URLs of our pages. */
const NEEDS_ADDRESS: readonly OutputName[] = ['atom', 'rss', 'jsonFeed', 'sitemap', 'newsSitemap'];

/** Settings as they are given, before the defaults. */
export type GivenSettings = Partial<Omit<Settings, 'site'> & Omit<Site, 'basePath'>>;

interface DefaultsInput {
  mode: 'build' | 'dev';
  /** Whether the legacy API is written by default. */
  hasApi: boolean;
}

/** Completes the given settings with the defaults. */
export function applyDefaults(given: GivenSettings, { mode, hasApi }: DefaultsInput): Settings {
  const {
    title = 'Broadsheet',
    description,
    language = 'en',
    timeZone = 'UTC',
    address,
    logo,
    accent,
    links,
    repository,
    outputs = defaultOutputs(hasApi),
    ...rest
  } = given;
  const hasAddress = address?.startsWith('http') ?? false;
  const leftOut = hasAddress ? [] : outputs.filter((output) => NEEDS_ADDRESS.includes(output));
  return {
    onError: 'fail',
    unpublished: mode === 'dev' ? 'show' : 'hide',
    duplicates: 'newest',
    remoteImages: true,
    feedLinks: 'page',
    pages: 'all',
    ...rest,
    outputs: outputs.filter((output) => !leftOut.includes(output)),
    leftOut,
    site: withoutUndefined<Site>({
      title,
      description,
      language,
      timeZone,
      basePath: basePathOf(address),
      address: hasAddress ? address : undefined,
      logo,
      accent,
      links,
      repository,
      // Added by `readProject`, which knows where the content folder is.
      filesUrl: undefined,
    }),
  };
}

const defaultOutputs = (hasApi: boolean): OutputName[] =>
  OUTPUTS.filter((output) => output !== 'newsSitemap' && (output !== 'api' || hasApi));

const basePathOf = (address = '/'): string => (address.startsWith('/') ? address : new URL(address).pathname);
