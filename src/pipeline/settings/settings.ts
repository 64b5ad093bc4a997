import type { Site } from '../../model/site.ts';
import { withoutUndefined } from '../util/defined.ts';
import type { SiteIcon } from './look/site-icon.ts';
import type { TypefacesSetting } from './look/typefaces.ts';
import type { StringOverrides } from './read-strings.ts';

/** The settings of a site: from the environment, else from `site.yaml`, else the defaults. */
export interface Settings {
  /** The file that they were read from, relative to the content root. */
  file?: string;
  site: Site;
  /** The language of the interface, BCP 47, if it is not that of the site. */
  interfaceLanguage?: string;
  /** Texts of the interface that replace those of the language. */
  strings?: StringOverrides;
  onError: 'fail' | 'skip';
  unpublished: 'hide' | 'show';
  duplicates: 'newest' | 'keep';
  /** What becomes of articles with a date in the future. The dev server marks them instead of hiding them. */
  future: 'show' | 'hide' | 'mark';
  /** The time of the build, in milliseconds since 1970, if the environment gives it. The default is the clock. */
  buildTime?: number;
  remoteImages: boolean;
  /** Whether a local image that cannot be used is an error instead of a warning. */
  strict: boolean;
  /** The folder whose Markdown files are pages of the publisher, relative to the content root. */
  pagesFolder?: string;
  icon?: SiteIcon;
  nameplate?: NameplatePaths;
  /** The text in the footer of all pages, in Markdown. */
  footer?: string;
  /** Globs of the article files. */
  articles?: string[];
  /** The files that are written besides the app, its pages and its data. */
  outputs: OutputName[];
  /** Outputs that are left out because the site has no full address. */
  omittedOutputs: OutputName[];
  /** Whether feed entries link to the page on this site or to the origin URL. */
  feedLinks: 'page' | 'origin';
  /** What feeds contain of an article: its excerpt, or also its body. */
  feedContent: 'excerpt' | 'full';
  /** What the search index contains: titles, excerpts and names, or also bodies. `false` for no search. */
  search: 'titles' | 'bodies' | false;
  /** The number of article pages that are written as HTML, newest first. */
  pages: 'all' | number;
  /** Whether pages that were seen open without a connection. */
  serviceWorker: boolean;
  /** Whether readers can keep whole collections for offline, which takes a copy of all articles in packs. */
  offline: 'packs' | 'off';
  /** Whether articles on one event are grouped; `strict` groups fewer. */
  coverage: 'on' | 'strict' | 'off';
  /** The layout of lists for readers who have chosen none. The default is `cards`. */
  layout?: 'cards' | 'list' | 'headlines';
  /** The typefaces of the site. */
  typefaces: TypefacesSetting;
  /** The order of the front page. Absent: decided on the newest articles, see `choose-order.ts`. */
  order?: 'top' | 'newest';
  /** The slugs of withdrawn articles that are deleted from what readers have saved, too. */
  purge?: string[];
}

/** The paths of the images that replace the title in the masthead, relative to the content root. */
export interface NameplatePaths {
  light: string;
  dark?: string;
}

/** The outputs that a publisher can enable, in the order in which messages list them. */
export const OUTPUTS = ['atom', 'rss', 'jsonFeed', 'eventFeeds', 'sitemap', 'newsSitemap', 'robots', 'api'] as const;
export type OutputName = (typeof OUTPUTS)[number];

/** Outputs that contain full URLs of pages on this site. */
const NEEDS_ADDRESS: readonly OutputName[] = ['atom', 'rss', 'jsonFeed', 'eventFeeds', 'sitemap', 'newsSitemap'];

/** Settings before the defaults are applied. */
export type SettingValues = Partial<
  Omit<Settings, 'site' | 'icon'> &
    Omit<Site, 'basePath' | 'hasNoSearch' | 'hidesCredit' | 'marksSingleSource' | 'nameplate' | 'onlyIcon'> & {
      /** The path of the file, relative to the content root. */
      icon: string;
      singleSource: 'show' | 'hide';
      credit: 'show' | 'hide';
    }
>;

interface DefaultsInput {
  mode: 'build' | 'dev';
  /** Whether the legacy API is written by default. */
  hasApi: boolean;
}

/** Completes settings with the defaults. */
export function applyDefaults(values: Omit<SettingValues, 'icon'>, { mode, hasApi }: DefaultsInput): Settings {
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
    singleSource,
    credit,
    future = 'show',
    search = 'titles',
    ...rest
  } = values;
  const hasAddress = address?.startsWith('http') ?? false;
  const omittedOutputs = hasAddress ? [] : outputs.filter((output) => NEEDS_ADDRESS.includes(output));
  return {
    onError: 'fail',
    unpublished: mode === 'dev' ? 'show' : 'hide',
    duplicates: 'newest',
    future: mode === 'dev' && future === 'hide' ? 'mark' : future,
    remoteImages: true,
    strict: false,
    feedLinks: 'page',
    feedContent: 'excerpt',
    pages: 'all',
    serviceWorker: true,
    coverage: 'on',
    typefaces: 'serif',
    search,
    ...rest,
    // Without a service worker nothing can be kept.
    offline: rest.serviceWorker === false ? 'off' : (rest.offline ?? 'packs'),
    outputs: outputs.filter((output) => !omittedOutputs.includes(output)),
    omittedOutputs,
    site: withoutUndefined<Site>({
      title,
      description,
      language,
      timeZone,
      basePath: basePathOf(address),
      address: hasAddress ? address : undefined,
      logo,
      accent,
      // Added by `findSiteImages`.
      nameplate: undefined,
      onlyIcon: undefined,
      links,
      // Without grouping nobody knows.
      marksSingleSource: singleSource === 'show' && rest.coverage !== 'off' ? true : undefined,
      hidesCredit: credit === 'hide' ? true : undefined,
      hasNoSearch: search === false ? true : undefined,
      repository,
      // Added by `readProject`, which knows where the content folder is.
      filesUrl: undefined,
    }),
  };
}

const defaultOutputs = (hasApi: boolean): OutputName[] =>
  OUTPUTS.filter((output) => !ON_REQUEST.includes(output) && (output !== 'api' || hasApi));

/** Outputs that are not written by default. */
const ON_REQUEST: readonly OutputName[] = ['eventFeeds', 'newsSitemap'];

const basePathOf = (address = '/'): string => (address.startsWith('/') ? address : new URL(address).pathname);
