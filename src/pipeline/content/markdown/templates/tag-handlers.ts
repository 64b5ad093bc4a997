import { titleOf } from '../report/title-of.ts';
import { escapeHtml } from './edit-list.ts';
import type { TagArguments } from './find-tags.ts';

/** What becomes of a tag. `block` is HTML, `inline` Markdown, `target` the target of a link. */
export type Translation =
  | { block: string }
  | { inline: string }
  | { target: string }
  /** Replaces the tag and its end tag, and keeps what is between them. */
  | { open: string; close: string };

export type TagHandler = (args: TagArguments, name: string) => Translation | undefined;

const NOTHING: Translation = { inline: '' };

/** The tags that have a translation. `undefined` from a handler means that its arguments make no sense. */
export const HANDLERS: Readonly<Partial<Record<string, TagHandler>>> = {
  figure,
  image: figure,
  img: figure,
  asset_img: assetImage,
  youtube: (args) => video(args, 'https://www.youtube.com/embed/'),
  vimeo: (args) => video(args, 'https://player.vimeo.com/video/'),
  ref: reference,
  relref: reference,
  link: (args) => (args.positional.length > 1 ? textLink(args) : contentFile(args)),
  post_url: reference,
  post_link: ({ positional: [name = '', ...title] }) => linkTo(`wiki:${name}`, title.join(' ') || name),
  asset_link: ({ positional: [file = '', ...title] }) => linkTo(file, title.join(' ') || file),
  asset_path: reference,
  gist,
  tweet: post,
  twitter: post,
  x: post,
  instagram: ({ positional: [id = ''] }) => postLink(/^[\w-]+$/.test(id) && `https://www.instagram.com/p/${id}/`),
  toc: () => NOTHING,
  TOC: () => NOTHING,
  comment: () => NOTHING,
  more: () => NOTHING,
};

/** The tags that have a translation together with their end tag. */
export const PAIR_HANDLERS: Readonly<Partial<Record<string, TagHandler>>> = {
  ...Object.fromEntries(
    [
      'note',
      'notice',
      'tip',
      'info',
      'warning',
      'alert',
      'admonition',
      'callout',
      'hint',
      'danger',
      'important',
      'caution',
    ].map((name) => [name, callout]),
  ),
  details,
  expand: details,
  collapse: details,
  blockquote: quotation,
  quote: quotation,
  pullquote: quotation,
  centerquote: quotation,
};

const valueOf = ({ positional, named }: TagArguments, ...names: (string | number)[]): string | undefined =>
  names
    .flatMap((name) => (typeof name === 'number' ? positional[name] : named.get(name)) ?? [])
    .find((value) => value !== '');

const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`;

function figure(args: TagArguments): Translation | undefined {
  const src = valueOf(args, 'src', 'url', 'path', 'image', 'image_path', 0);
  if (src === undefined) return undefined;
  const caption = ['title', 'caption', 'description', 'attr'].flatMap((name) => valueOf(args, name) ?? []).join(' ');
  const size = attribute('width', valueOf(args, 'width')) + attribute('height', valueOf(args, 'height'));
  const image = `<img${attribute('src', src)}${attribute('alt', valueOf(args, 'alt') ?? '')}${size}>`;
  const link = valueOf(args, 'link', 'href');
  const picture = link === undefined ? image : `<a${attribute('href', link)}>${image}</a>`;
  const captionHtml = caption === '' ? '' : `<figcaption>${withMarkdown(caption)}</figcaption>`;
  return { block: `<figure>${picture}${captionHtml}</figure>` };
}

/** A text in HTML. If it may hold Markdown, it is put on lines of its own, where Markdown is parsed. */
const withMarkdown = (text: string): string => (/[*_`[\]]/.test(text) ? `\n\n${text}\n\n` : escapeHtml(text));

/** `{% asset_img class file width height "title" %}`. Only the file is required. */
function assetImage({ positional, named }: TagArguments): Translation | undefined {
  const index = positional.findIndex((value) => /\.\w{2,5}$/.test(value));
  const rest = positional.slice(index + 1).filter((value) => !/^\d+$/.test(value));
  const caption = rest.join(' ').replace(/^["']|["']$/g, '');
  return index === -1
    ? undefined
    : figure({ positional: [positional[index] ?? ''], named: new Map([...named, ['caption', caption]]) });
}

function video(args: TagArguments, player: string): Translation | undefined {
  const id = valueOf(args, 'id', 'video_id', 'videoid', 0);
  if (id === undefined) return undefined;
  return { block: `<iframe${attribute('src', /^https?:/.test(id) ? id : player + id)}></iframe>` };
}

/** A content file by its path or name. */
function reference(args: TagArguments): Translation | undefined {
  const path = valueOf(args, 'path', 0);
  return path === undefined ? undefined : { target: `wiki:${path}` };
}

/** A content file by its path from the root. */
function contentFile(args: TagArguments): Translation | undefined {
  const path = valueOf(args, 0);
  return path === undefined ? undefined : { target: `wiki:/${path.replace(/^\//, '')}` };
}

/** `{% link text https://… title %}`. */
function textLink({ positional }: TagArguments): Translation | undefined {
  const index = positional.findIndex((value) => /^https?:/.test(value));
  return index === -1
    ? undefined
    : linkTo(positional[index] ?? '', positional.slice(0, index).join(' ') || positional[index] || '');
}

/** `{{< gist user id >}}` or `{% gist user/id %}`. */
function gist({ positional }: TagArguments): Translation | undefined {
  const path = positional
    .slice(0, 2)
    .filter((part) => /^[\w/-]+$/.test(part))
    .join('/');
  return path === '' ? undefined : linkTo(`https://gist.github.com/${path}`, `https://gist.github.com/${path}`);
}

/** `{{< x user="…" id="1" >}}`, `{% twitter https://… %}`. */
function post(args: TagArguments): Translation | undefined {
  const [address = ''] = args.positional;
  const [user, id] = [valueOf(args, 'user', 0), valueOf(args, 'id', 1)];
  if (/^https?:/.test(address)) return postLink(address);
  return postLink(/^\w+ \d+$/.test(`${user} ${id}`) && `https://x.com/${user}/status/${id}`);
}

/** The post as a quote, so that its address does not become the excerpt. */
const postLink = (url: string | false): Translation | undefined =>
  url === false
    ? undefined
    : { block: `<blockquote><p><a${attribute('href', url)}>${escapeHtml(url)}</a></p></blockquote>` };

const linkTo = (target: string, text: string): Translation => ({
  inline: `[${text.replace(/[\\[\]`*_<&~]/g, '\\$&')}](<${target.replace(/[<>\\\s]/g, encodeURIComponent)}>)`,
});

/** Names that say nothing about the kind of a callout. */
const GENERIC = /^(?:notice|alert|admonition|callout|hint)$/;
/** Kinds that Hexo's themes give to `note`. */
const KIND = /^(?:default|primary|success|info|warning|danger)$/;

function callout(args: TagArguments, name: string): Translation {
  const first = valueOf(args, 0);
  const isKind = first !== undefined && (GENERIC.test(name) ? /^[\w-]{1,40}$/ : KIND).test(first);
  const kind = valueOf(args, 'type', 'kind', 'level', 'color') ?? (isKind ? first : name);
  const title = valueOf(args, 'title', 'header', isKind ? 1 : 0) ?? titleOf(kind);
  return calloutTags(kind, title);
}

/** The HTML of a callout: a quote with its kind, and a title in bold. */
export const calloutTags = (kind: string, title: string): { open: string; close: string } => ({
  // A title on a line of its own can hold Markdown.
  open: `<blockquote${attribute('data-callout', kind.toLowerCase())}>\n\n<strong>${title}</strong>`,
  close: '</blockquote>',
});

function details(args: TagArguments): Translation {
  const summary = valueOf(args, 'summary', 'title', 0);
  const summaryHtml = summary === undefined ? '' : `<summary>${escapeHtml(summary)}</summary>`;
  return { open: `<details>${summaryHtml}`, close: '</details>' };
}

/** `{% blockquote author, source %}`. */
function quotation({ positional, named }: TagArguments): Translation {
  const author = [...positional, ...[named.get('author'), named.get('cite')].flatMap((value) => value ?? [])].join(' ');
  const line = author === '' ? '' : `<p>— ${escapeHtml(author)}</p>`;
  return { open: '<blockquote>', close: `${line}</blockquote>` };
}
