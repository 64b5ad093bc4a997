import { createFinder } from './edit-list.ts';

/** A tag of a template language. */
export interface Tag {
  start: number;
  end: number;
  /** `{{< name >}}` or `{{% name %}}`, `{% name %}`, `{{ value }}`. */
  kind: 'shortcode' | 'statement' | 'expression';
  /** `{{< /name >}}` or `{% endname %}`. */
  isClosing: boolean;
  /** Empty for an expression that is no call. */
  name: string;
  args: TagArguments;
  /** The text between the delimiters. */
  inner: string;
}

export interface TagArguments {
  positional: string[];
  named: ReadonlyMap<string, string>;
}

const DELIMITERS = [
  { open: '{{{', close: '}}}', kind: 'expression' },
  { open: '{{<', close: '>}}', kind: 'shortcode' },
  { open: '{{%', close: '%}}', kind: 'shortcode' },
  { open: '{{', close: '}}', kind: 'expression' },
  { open: '{%', close: '%}', kind: 'statement' },
] as const;
const MAX_LENGTH = 2_000;

/** Finds the tags in a text, in linear time. A tag is at most 2,000 characters long and holds no blank line. */
export function findTags(text: string): Tag[] {
  const delimiters = DELIMITERS.map((each) => ({ ...each, findClose: createFinder(text, each.close) }));
  const tags: Tag[] = [];
  for (let start = text.indexOf('{'); start !== -1; start = text.indexOf('{', start)) {
    const delimiter = delimiters.find(({ open }) => text.startsWith(open, start));
    const innerStart = start + (delimiter?.open.length ?? 1);
    const close = delimiter?.findClose(innerStart) ?? -1;
    const tag =
      delimiter && close !== -1 && close - start <= MAX_LENGTH
        ? readTag(text.slice(innerStart, close), delimiter.kind, start, close + delimiter.close.length)
        : undefined;
    const isAfterTag = tags.at(-1)?.end === start;
    if (tag && (isAfterTag || !isText(text, tag))) {
      tags.push(tag);
      start = tag.end;
    } else start = innerStart;
  }
  return tags;
}

/** Formulas such as `\frac{{a}}{{b}}` and `x_{{i}}` are text. */
const isText = (text: string, { kind, start, end }: Tag): boolean =>
  kind === 'expression' &&
  /(?:\\[A-Za-z]{1,20}|[\^_}$])$/.test(text.slice(Math.max(0, start - 21), start)) &&
  !/\s/.test(text.slice(start, end));

function readTag(inner: string, kind: Tag['kind'], start: number, end: number): Tag | undefined {
  if (/\n[ \t]*\n/.test(inner)) return undefined;
  const content = inner.replace(/^-|-$/g, '').trim();
  if (content === '') return undefined;
  const call = CALLS[kind].exec(content);
  const [, slash = '', name = '', rest = ''] = call ?? [];
  const isEnd = kind === 'statement' && /^end\w*$/.test(name);
  return {
    start,
    end,
    kind,
    isClosing: slash !== '' || isEnd,
    name: isEnd ? name.slice(3) : name,
    args: readArguments(rest.replace(/\/$/, '').replace(/^\((.*)\)$/s, '$1')),
    inner: content,
  };
}

const CALLS = {
  shortcode: /^(\/?)\s*([\w.-]+(?:\/[\w.-]+)*)\s*(.*)$/s,
  statement: /^(\/?)\s*([\w-]+)\s*(.*)$/s,
  expression: /^(\/?)([\w:]+)(\(.*\))$/s,
} as const;

const ARGUMENT = /(?:([\w-]+)\s*=\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,"'`]+))/gs;

function readArguments(text: string): TagArguments {
  const positional: string[] = [];
  const named = new Map<string, string>();
  for (const [, name, double, single, raw, bare] of text.matchAll(ARGUMENT)) {
    const value = (double ?? single)?.replace(/\\(["'\\])/g, '$1') ?? raw ?? bare ?? '';
    if (name === undefined) positional.push(value);
    else named.set(name.toLowerCase(), value);
  }
  return { positional, named };
}
