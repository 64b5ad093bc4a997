/** A node of an article's body: text, or an element with one of the allowed tags. */
export type BodyNode = string | BodyElement;

export interface BodyElement {
  tag: BodyTag;
  /** Unique in the body, see `BODY_ID`. */
  id?: string;
  /**
   * On `a`: an http(s), `mailto:` or `tel:` URL, `#` and the id of an element of this body, or the path of a file of the
   * site relative to its base path, without a leading slash.
   */
  href?: string;
  /** On `a`: the path of a page of this site relative to its base path, with a leading slash; `#` and an id may follow. */
  to?: string;
  /** On `a`: a link from the text to a footnote, or from the footnote back to the text. */
  note?: 'reference' | 'back';
  /** On `img`. */
  src?: string;
  alt?: string;
  /** On `img` in a text: its caption. A figure has a `figcaption` instead. */
  title?: string;
  width?: number;
  height?: number;
  /** On `ol`. */
  start?: number;
  /** On `li` of a task list: whether the task is done. */
  checked?: boolean;
  /** On `th` and `td`. */
  align?: 'left' | 'center' | 'right';
  /** On `td` and `th`: the number of columns or rows that the cell spans, if more than one. */
  colSpan?: number;
  rowSpan?: number;
  /** On `blockquote` that is a callout: its kind, such as `note`. The first child is its title. */
  callout?: string;
  /** On `video`. */
  video?: Video;
  children?: BodyNode[];
}

/** A video of a host whose player the app has. */
export interface Video {
  host: 'youtube' | 'vimeo';
  id: string;
}

/** The page's title is the only `h1`, so headings in a body start at `h2`. */
export const BODY_TAGS = [
  'p',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'blockquote',
  'pre',
  'code',
  'em',
  'strong',
  'del',
  'ins',
  'mark',
  'small',
  'sub',
  'sup',
  'kbd',
  'a',
  'img',
  'br',
  'hr',
  'figure',
  'figcaption',
  'details',
  'summary',
  // A video of a known host.
  'video',
  // The footnotes, at the end of the body.
  'section',
  'table',
  'caption',
  'thead',
  'tbody',
  'tfoot',
  'tr',
  'th',
  'td',
] as const;

export type BodyTag = (typeof BODY_TAGS)[number];

/** What every id in a body begins with, so that it is never one of the app's. */
export const BODY_ID = 'b-';
