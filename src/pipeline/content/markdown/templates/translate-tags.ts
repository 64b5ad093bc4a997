import { asBlock, type EditList } from './edit-list.ts';
import { findTags, type Tag } from './find-tags.ts';
import { HANDLERS, PAIR_HANDLERS, type Translation } from './tag-handlers.ts';

/**
 * Translates the tags of Hugo, Zola, Jekyll and Hexo. A tag without a translation is left out with a warning; what is
 * between it and its end tag stays.
 */
export function translateTags(list: EditList): void {
  const tags = findTags(list.text).filter(({ start, end }) => list.isFree(start, end));
  const ends = pairTags(tags);
  const paired = new Set(ends.values());
  for (const tag of tags) {
    const end = ends.get(tag);
    if (end && isComment(tag)) list.replace(tag.start, end.end, '');
    else if (!paired.has(tag)) translateTag(list, tag, end);
    else if (list.isFree(tag.start, tag.end)) list.replace(tag.start, tag.end, '');
  }
}

const isComment = ({ kind, name }: Tag): boolean => kind === 'statement' && name === 'comment';

/** The end tag of each tag that has one. */
function pairTags(tags: readonly Tag[]): Map<Tag, Tag> {
  const ends = new Map<Tag, Tag>();
  const open = new Map<string, Tag[]>();
  const anyOpen: Tag[] = [];
  for (const tag of tags) {
    if (tag.kind === 'expression') continue;
    const key = `${tag.kind} ${tag.name}`;
    if (tag.isClosing) {
      // `{% end %}` of Zola ends the innermost tag.
      const start = tag.name === '' ? anyOpen.pop() : open.get(key)?.pop();
      if (start) ends.set(start, tag);
    } else {
      open.set(key, [...(open.get(key) ?? []).slice(-MAX_OPEN), tag]);
      if (tag.kind === 'statement' && tag.inner.endsWith(')')) anyOpen.push(tag);
    }
  }
  return ends;
}

/** More tags of one name are never open at once. */
const MAX_OPEN = 50;

function translateTag(list: EditList, tag: Tag, end: Tag | undefined): void {
  const translation = translationOf(tag, end);
  if (translation) apply(list, tag, end, translation);
  else {
    const outcome = end ? 'only its content is shown' : 'it is left out';
    if (list.replace(tag.start, tag.end, ''))
      list.addLoss({ found: nameOf(tag), expected: 'Markdown or a known tag', outcome, offset: tag.start });
  }
}

function translationOf(tag: Tag, end: Tag | undefined): Translation | undefined {
  const { kind, name, args, inner, isClosing } = tag;
  // Hugo shows a tag in a comment as text.
  const shown = kind === 'shortcode' ? /^\/\*\s*(.*?)\s*\*\/$/s.exec(inner)?.[1] : undefined;
  if (shown !== undefined) return { inline: `\`{{< ${shown.replaceAll('`', "'")} >}}\`` };
  if (kind === 'expression' && name === '') return expression(inner);
  if (isClosing) return undefined;
  if (kind === 'statement' && name.startsWith('include')) return include(tag);
  // The handlers have no names such as `constructor`.
  const handlers = end && Object.hasOwn(PAIR_HANDLERS, name) ? PAIR_HANDLERS : HANDLERS;
  return Object.hasOwn(handlers, name) ? handlers[name]?.(args, name) : undefined;
}

/** `{{ site.baseurl }}` and paths with filters, as in `{{ "/about/" | relative_url }}`. */
function expression(inner: string): Translation | undefined {
  if (/^site\.(?:baseurl|base_url|url|github\.url|baseURL)(?:\s*\|.*)?$/s.test(inner)) return { inline: '' };
  if (/^\s*toc\s*$/i.test(inner)) return { inline: '' };
  // A string is how writers show braces: `{{ '{{' }}`.
  const string = /^(["'])([^"']*)\1$/.exec(inner)?.[2];
  if (string !== undefined) return { inline: string };
  const path =
    /^(["'])([^"']*)\1\s*\|\s*(?:relative_url|absolute_url|relURL|absURL|url|url_for|prepend:\s*site\.(?:baseurl|url))\b/.exec(
      inner,
    );
  return path ? { target: path[2] ?? '' } : undefined;
}

/** An include of a video or a picture. Other includes are files of a theme. */
function include({ args, name }: Tag): Translation | undefined {
  const [file = '', ...positional] = args.positional;
  const handler = /youtube|vimeo/.exec(file)?.[0] ?? (/figure|image|img|picture/.test(file) ? 'figure' : undefined);
  return handler === undefined ? undefined : HANDLERS[handler]?.({ named: args.named, positional }, name);
}

function apply(list: EditList, tag: Tag, end: Tag | undefined, translation: Translation): void {
  const { text } = list;
  if ('open' in translation && end) {
    list.replace(tag.start, tag.end, asBlock(translation.open, text, tag.start));
    list.replace(end.start, end.end, asBlock(translation.close, text, end.start));
  } else if ('block' in translation) list.replace(tag.start, tag.end, asBlock(translation.block, text, tag.start));
  else if ('inline' in translation) list.replace(tag.start, tag.end, translation.inline);
  else if ('target' in translation) list.replace(tag.start, tag.end, asTarget(translation.target, text, tag));
}

/** A target in the place of a link's target, or a link with the name of the target. */
function asTarget(target: string, text: string, { start, end }: Tag): string {
  const encoded = target.replace(
    /[<>\\\s()"]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  const before = text.slice(Math.max(0, start - 200), start);
  if (/(?:\]\(\s*<?|\]:\s*<?|["'=])[^\s()<>"']*$/.test(before)) return encoded;
  // Before `#` and `/` it is a part of an address.
  if (/^[#/]/.test(text.charAt(end))) return encoded;
  const name = target.replace(/^wiki:/, '');
  return `[${name.replace(/[\\[\]`*_<&~]/g, '\\$&')}](<${encoded}>)`;
}

const MAX_NAME = 40;

/** The name of a tag, for a warning about all tags of this name. */
function nameOf({ kind, name, isClosing, inner, args }: Tag): string {
  const value = name === '' ? (inner.split('|', 1)[0] ?? '').trim().slice(0, MAX_NAME) : name;
  if (kind === 'shortcode') return `{{< ${isClosing ? '/' : ''}${value} >}}`;
  // What is lost depends on the file that is included.
  const [file = ''] = kind === 'statement' && name.startsWith('include') ? args.positional : [];
  if (file !== '') return `{% ${name} ${file.slice(0, MAX_NAME)} %}`;
  if (kind === 'statement') return `{% ${isClosing ? 'end' : ''}${value} %}`;
  return `{{ ${value} }}`;
}
