import { asBlock, containerIndent, type EditList } from './edit-list.ts';

const OPENING =
  /\{%-?[ \t]*(raw|highlight|codeblock|code|verbatim)\b([^%\n]*?)-?%\}|\{\{[<%][ \t]*(highlight)\b([^}\n]*?)[>%]\}\}/g;

/**
 * Translates pairs of tags around code to code blocks: `{% highlight js %}`, `{{< highlight js >}}`, `{% raw %}`. In a
 * code block, the tags of `raw` are removed, because there they only keep the program from reading the code.
 */
export function translateCodeTags(list: EditList, code: readonly [number, number][]): void {
  const { text } = list;
  const isCode = createRangeTest(code);
  const closers = new Map<string, (from: number) => { start: number; end: number } | undefined>();
  let end = 0;
  for (const { 0: opening, 1: liquid, 2: liquidArgs = '', 3: hugo = '', 4: hugoArgs = '', index } of text.matchAll(
    OPENING,
  )) {
    if (index < end) continue;
    const name = liquid ?? hugo;
    const key = liquid === undefined ? `/${name}` : `end${name}`;
    const findCloser = closers.get(key) ?? createCloserFinder(text, key);
    closers.set(key, findCloser);
    const innerStart = index + opening.length;
    const closer = findCloser(innerStart);
    if (!closer) continue;
    const isRaw = name === 'raw' || name === 'verbatim';
    if (isCode(index) && !isRaw) continue;
    end = closer.end;
    const inner = text.slice(innerStart, closer.start);
    if (isRaw && (isCode(index) || !inner.includes('\n') || /^[ \t>]*(?:```|~~~)/m.test(inner))) {
      list.replace(index, innerStart, '');
      list.replace(closer.start, closer.end, '');
      list.protect(innerStart, closer.start);
    } else {
      list.replace(
        index,
        closer.end,
        asBlock(
          fence(withoutIndent(inner, text, index), languageIn(isRaw ? '' : liquid ? liquidArgs : hugoArgs)),
          text,
          index,
        ),
      );
    }
  }
}

/** Removes the marks and the indentation of the list or quote in which a tag is from the lines below it. */
function withoutIndent(inner: string, text: string, offset: number): string {
  const { length } = containerIndent(text, offset);
  return length === 0 ? inner : inner.replace(new RegExp(`^[ \\t>]{0,${length}}`, 'gm'), '');
}

function createCloserFinder(text: string, key: string) {
  const pattern = key.startsWith('/')
    ? new RegExp(`\\{\\{[<%][ \\t]*/[ \\t]*${key.slice(1)}[ \\t]*[>%]\\}\\}`, 'g')
    : new RegExp(`\\{%-?[ \\t]*${key}[ \\t]*-?%\\}`, 'g');
  const all = Array.from(text.matchAll(pattern), ({ 0: tag, index }) => ({ start: index, end: index + tag.length }));
  let next = 0;
  return (from: number): { start: number; end: number } | undefined => {
    while (next < all.length && (all[next]?.start ?? 0) < from) next += 1;
    return all[next];
  };
}

/** The language in the arguments of a tag: `js linenos`, `"js"`, `lang:js`. */
const languageIn = (args: string): string =>
  /\blang:([\w+#-]+)/.exec(args)?.[1] ?? /^\s*"?([\w+#-]+)"?(?=\s|$)/.exec(args)?.[1] ?? '';

function fence(inner: string, language: string): string {
  const longest = Math.max(2, ...Array.from(inner.matchAll(/`{3,}/g), ([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${language}\n${inner.replace(/^[ \t]*\r?\n|\r?\n?[ \t>]*$/g, '')}\n${mark}`;
}

/** Whether an offset is in one of the ranges, which are sorted. Offsets must not decrease. */
function createRangeTest(ranges: readonly [number, number][]): (offset: number) => boolean {
  let index = 0;
  return (offset) => {
    while (index < ranges.length && (ranges[index]?.[1] ?? 0) <= offset) index += 1;
    const range = ranges[index];
    return range !== undefined && range[0] <= offset;
  };
}
