/** A node of an article's body: text, or an element with one of the allowed tags. */
export type BodyNode = string | BodyElement;

export interface BodyElement {
  tag: BodyTag;
  /** On `a`: an http(s) URL. */
  href?: string;
  /** On `img`. */
  src?: string;
  alt?: string;
  width?: number;
  height?: number;
  /** On `ol`. */
  start?: number;
  /** On `th` and `td`. */
  align?: 'left' | 'center' | 'right';
  children?: BodyNode[];
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
  'blockquote',
  'pre',
  'code',
  'em',
  'strong',
  'del',
  'a',
  'img',
  'br',
  'hr',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
] as const;

export type BodyTag = (typeof BODY_TAGS)[number];
