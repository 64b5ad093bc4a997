import {
  ADDRESS_START,
  type JsonSchema,
  LANGUAGE_TAG,
  withoutAnchors,
} from '../../content/normalize/values/json-schema.ts';
import { INTERFACE_LANGUAGES } from '../interface-language.ts';
import { TYPEFACE_ROLES } from '../look/typefaces.ts';
import { MAX_FOOTER, MAX_GLOB, NEWEST, SETTING_READERS, type SettingName, SITE_PATH } from '../setting-readers.ts';
import { OUTPUTS, type SettingValues } from '../settings.ts';
import {
  footerLinks,
  httpUrl,
  interfaceLanguage,
  localPath,
  matching,
  SCALAR,
  scalarMatching,
  someOf,
  wordOf,
} from './value-schemas.ts';

interface SettingSchema<Value> {
  /** What the table of settings in `content/README.md` says, or the beginning of it. */
  description: string;
  /** Absent if the default is no single value. */
  default?: Value;
  examples?: readonly unknown[];
  value: JsonSchema;
}

/** What editors know of each setting. */
export const SETTING_SCHEMAS: { readonly [Name in SettingName]: SettingSchema<SettingValues[Name]> } = {
  title: { description: 'Title of the site.', default: 'Broadsheet', value: scalarMatching('[^]*\\S[^]*', 'a text') },
  description: { description: 'Description of the site.', value: scalarMatching('[^]*\\S[^]*', 'a text') },
  language: {
    description: 'Language of the content and of the interface, BCP 47; also how dates and numbers are written.',
    default: 'en',
    examples: ['de', 'en-GB', 'pt-BR'],
    value: matching(`\\s*${LANGUAGE_TAG}\\s*`, 'a language such as `en` or `pt-BR`'),
  },
  interfaceLanguage: {
    description: 'Language of the interface, if it is not that of the content.',
    examples: INTERFACE_LANGUAGES,
    value: interfaceLanguage(),
  },
  strings: {
    description: 'Texts of the interface that replace those of the language.',
    value: { $ref: '#/definitions/strings' },
  },
  timeZone: {
    description: 'Time zone of dates, IANA name.',
    default: 'UTC',
    examples: ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo'],
    value: matching(
      '[A-Za-z][\\w+\\-]*(?:/[\\w+\\-]+)*|[+\\-]\\d\\d(?::?\\d\\d)?',
      'a time zone such as `Europe/Berlin`',
    ),
  },
  address: {
    description: 'Full URL of the site, or its path alone.',
    default: '/',
    examples: ['https://example.org/', '/paper/'],
    value: matching(
      `\\s*(?:${ADDRESS_START}[^]*|${withoutAnchors(SITE_PATH)}\\s*)`,
      'an http or https address, or a path such as `/paper/`',
    ),
  },
  logo: {
    description: 'Image for link previews of pages without one.',
    examples: ['images/logo.png', 'https://example.org/logo.png'],
    value: scalarMatching(
      `(?![A-Za-z][A-Za-z0-9+.\\-]*:|//)[^]*|\\s*${ADDRESS_START}[^]*`,
      'a path in the content folder, or an http or https address',
    ),
  },
  accent: {
    description:
      'The colour of links, buttons, the line below the current topic, and the focus: an opaque colour of CSS.',
    examples: ['#0a5a48'],
    value: matching('[^]*\\S[^]*', 'an opaque colour of CSS, in quotes'),
  },
  icon: {
    description: 'An image of the content folder: an SVG, or a square PNG of at least 512 px.',
    examples: ['icon.svg'],
    value: localPath(),
  },
  nameplate: {
    description:
      'An image of the content folder that replaces the title at the head of the pages, or `light` and `dark`, one for each theme.',
    examples: ['nameplate.svg', { light: 'day.svg', dark: 'night.svg' }],
    value: {
      anyOf: [
        localPath(),
        {
          type: 'object',
          properties: { light: localPath(), dark: localPath() },
          required: ['light'],
          additionalProperties: false,
        },
      ],
    },
  },
  footer: {
    description:
      'Text for the footer of all pages, up to 2,000 characters of Markdown: paragraphs, lists, links and emphasis.',
    examples: ['© 2026 Example · [Imprint](pages/imprint.md)'],
    value: { ...scalarMatching('[^]*\\S[^]*', 'a text'), maxLength: MAX_FOOTER },
  },
  credit: {
    description: '`hide`: the footer does not name the software.',
    default: 'show',
    value: wordOf(SETTING_READERS.credit),
  },
  links: {
    description:
      'Links for the footer, by name: `about`, `imprint`, `privacy` and `feed` have a name in each language, others are shown as they are written.',
    examples: [{ imprint: 'pages/imprint.md' }],
    value: footerLinks(),
  },
  repository: {
    description: "URL of the content's repository.",
    examples: ['https://github.com/example/paper'],
    value: httpUrl(),
  },
  pagesFolder: {
    description: 'A folder whose Markdown files are pages of the site, like the imprint.',
    examples: ['pages'],
    value: scalarMatching(
      '(?:\\.[/\\\\])?[^./\\\\][^/\\\\]*(?:[/\\\\][^./\\\\][^/\\\\]*)*[/\\\\]*',
      'a folder inside the content folder, such as `pages`',
    ),
  },
  articles: {
    description: 'Patterns of the article files: `[news/*.md]`.',
    examples: [['news/*.md']],
    value: someOf({ type: SCALAR, minLength: 1, maxLength: MAX_GLOB }),
  },
  onError: {
    description: '`skip` builds without the files that have errors.',
    default: 'fail',
    value: wordOf(SETTING_READERS.onError),
  },
  unpublished: { description: '`show` includes drafts.', default: 'hide', value: wordOf(SETTING_READERS.unpublished) },
  duplicates: {
    description: '`keep` keeps articles with the same origin URL.',
    default: 'newest',
    value: wordOf(SETTING_READERS.duplicates),
  },
  future: {
    description: '`hide` leaves out articles until their date.',
    default: 'show',
    value: wordOf(SETTING_READERS.future),
  },
  remoteImages: {
    description: '`false`: no images from other hosts.',
    default: true,
    value: wordOf(SETTING_READERS.remoteImages),
  },
  strict: {
    description: '`true`: an image of the content folder that is missing or cannot be used is an error, not a warning.',
    default: false,
    value: wordOf(SETTING_READERS.strict),
  },
  outputs: {
    description: 'List of outputs to write; `[]` writes none.',
    examples: [['atom', 'sitemap', 'robots']],
    value: someOf({ enum: OUTPUTS }, { uniqueItems: true }),
  },
  feedLinks: {
    description: '`origin`: feed entries link to the original.',
    default: 'page',
    value: wordOf(SETTING_READERS.feedLinks),
  },
  feedContent: {
    description: '`full`: feed entries contain the whole body, as HTML.',
    default: 'excerpt',
    value: wordOf(SETTING_READERS.feedContent),
  },
  pages: {
    description: '`newest 5000` writes only so many articles as HTML; the others open through `404.html`.',
    default: 'all',
    examples: ['newest 5000'],
    value: matching(`all|${withoutAnchors(NEWEST)}`, '`all` or `newest` with a number'),
  },
  search: {
    description:
      'What readers can search: `titles`, summaries and names of topics, providers and authors; `bodies` adds the full text; `false` writes no index.',
    default: 'titles',
    value: wordOf(SETTING_READERS.search),
  },
  serviceWorker: {
    description: 'Whether what readers have seen opens without a connection.',
    default: true,
    value: wordOf(SETTING_READERS.serviceWorker),
  },
  offline: {
    description:
      'Readers can keep whole topics on their device, for which `data/offline/` has a copy of all articles; `off` leaves that out.',
    default: 'packs',
    value: wordOf(SETTING_READERS.offline),
  },
  coverage: {
    description:
      'Whether articles on one event are grouped. `strict` groups only the most similar ones; `off` groups none.',
    default: 'on',
    value: wordOf(SETTING_READERS.coverage),
  },
  layout: {
    description: 'The layout of lists for readers who have chosen none: `cards`, `list` or `headlines`.',
    default: 'cards',
    value: wordOf(SETTING_READERS.layout),
  },
  typefaces: {
    description: '`serif`: headlines and texts have serifs; `sans`: no serifs anywhere; or files of fonts.',
    default: 'serif',
    examples: [{ headlines: 'fonts/Name-Bold.woff2', text: ['fonts/Name.woff2', 'fonts/Name-Italic.woff2'] }],
    value: {
      anyOf: [
        { enum: ['serif', 'sans'] },
        {
          type: 'object',
          properties: Object.fromEntries(TYPEFACE_ROLES.map((role) => [role, someOf(localPath(), { minItems: 1 })])),
          minProperties: 1,
          additionalProperties: false,
        },
      ],
    },
  },
  order: {
    description: 'The order of the front page: `top`, by points, or `newest`.',
    value: wordOf(SETTING_READERS.order),
  },
  singleSource: {
    description: '`show`: the page of an article that no other source reports says so.',
    default: 'hide',
    value: wordOf(SETTING_READERS.singleSource),
  },
  purge: {
    description: 'Slugs of withdrawn articles that are also deleted from what readers have saved.',
    examples: [['2026/11/name-of-the-article']],
    value: someOf(
      scalarMatching(
        '\\s*(?!(?:https?:/)?/)\\S[^]*|\\s*(?:https?:/)?/[^]*articles/[^]*',
        'the slug or the address of an article',
      ),
    ),
  },
};
