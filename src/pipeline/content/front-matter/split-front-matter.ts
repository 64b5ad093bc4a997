import type { FieldPath } from '../../diagnostics/diagnostic.ts';
import { quote } from '../../diagnostics/quote.ts';
import { redactFrontMatter, redactStray } from '../../diagnostics/redact-secrets.ts';
import { defined } from '../../util/defined.ts';

export type FrontMatterFormat = 'yaml' | 'toml' | 'json';

/** A file split into front matter and body. Both are without the values of `secured`. */
export interface SplitFile {
  format: FrontMatterFormat;
  /** The whole text of the file, with secrets. */
  text: string;
  /** The text of the front matter. */
  source: string;
  /** The number of lines before `source`. */
  linesBefore: number;
  body: string;
  /** The number of lines before `body`. */
  linesBeforeBody: number;
}

/** An error for which a file is rejected. Line and field are given if they are known. */
export interface ParseDiagnostic {
  code: string;
  message: string;
  line?: number;
  column?: number;
  path?: FieldPath;
  hint?: string;
}

const FENCES: Record<string, { format: FrontMatterFormat; closing: RegExp }> = {
  '---': { format: 'yaml', closing: /(?:^|\r\n|[\r\n])(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/ },
  '+++': { format: 'toml', closing: /(?:^|\r\n|[\r\n])\+\+\+[ \t]*(?=\r|\n|$)/ },
};

/** Splits a file into front matter and body: YAML between `---` lines, TOML between `+++` lines, or JSON. */
export function splitFrontMatter(text: string): SplitFile | ParseDiagnostic {
  const blank = /^\s*(?=[-+{])/.exec(text)?.[0] ?? '';
  const linesBefore = countLines(blank);
  const indentation = /[^\r\n]*$/.exec(blank)?.[0] ?? '';
  const rest = text.slice(blank.length);
  if (rest.startsWith('{')) return splitJson(text, indentation + rest, linesBefore);
  const diagnostic = (code: string, message: string, hint?: string): ParseDiagnostic => ({
    code,
    message,
    line: linesBefore + 1,
    column: indentation.length + 1,
    ...defined('hint', hint),
  });
  const open = /^(---|\+\+\+)(?![-+])([^\r\n]*)(\r\n|\n|\r|$)/.exec(rest);
  const [openLine = '', fence = '', label = ''] = open ?? [];
  const kind = FENCES[fence];
  if (!kind) {
    const found = text.trim() === '' ? 'an empty file' : 'text';
    const hint = 'Begin the file with a line `---`, and put another `---` after the fields.';
    return diagnostic('no-front-matter', `Expected front matter, found ${found}.`, hint);
  }
  if (label.trim() !== '' && !/^ya?ml$/i.test(label.trim())) {
    const language = /^\s*([a-z]{1,12})\b/i.exec(label)?.[1];
    const found = language === undefined ? 'more' : `front matter in ${quote(language)}, which is not supported`;
    return diagnostic('unknown-fence', `Expected \`${fence}\` alone on its line, found ${found}.`);
  }
  const inner = rest.slice(openLine.length);
  const close = kind.closing.exec(inner);
  if (!close) {
    const message = `Expected a line \`${fence}\` that closes the front matter, found the end of the file.`;
    return diagnostic('unclosed-front-matter', message, `Put a line \`${fence}\` below the last field.`);
  }
  const body = inner.slice(close.index + close[0].length);
  const source = inner.slice(0, close.index);
  return join({ format: kind.format, text, source, linesBefore: linesBefore + 1, body }, countLines(close[0]));
}

/** Splits a file that has only the closing `---` line after its fields; `undefined` for any other file. */
export function splitUnopened(text: string): SplitFile | undefined {
  const close = /^[\w-]+[ \t]*:/.test(text) ? FENCES['---']?.closing.exec(text) : undefined;
  if (!close) return undefined;
  const [source, body] = [text.slice(0, close.index), text.slice(close.index + close[0].length)];
  return join({ format: 'yaml', text, source, linesBefore: 0, body }, countLines(close[0]));
}

/** A file that is a body as a whole. */
export const withoutFrontMatter = (text: string): SplitFile =>
  join({ format: 'yaml', text, source: '', linesBefore: 0, body: text }, 0);

/** A file that is YAML as a whole. It may begin and end with `---` lines. */
export function wholeYaml(text: string): SplitFile {
  const opened = text.replace(/^---[ \t]*(?=\r|\n|$)/, '');
  const source = opened.replace(/(?:^|\r\n|[\r\n])(?:---|\.\.\.)\s*$/, '');
  return join({ format: 'yaml', text, source, linesBefore: 0, body: '' }, 0);
}

/** JSON front matter ends where its outermost brace closes. If it is not closed, the parser reports the error. */
function splitJson(text: string, rest: string, linesBefore: number): SplitFile {
  let depth = 0;
  let isString = false;
  let end = rest.length;
  for (let index = rest.indexOf('{'); index < end; index += 1) {
    const char = rest[index];
    if (char === '\\' && isString) index += 1;
    else if (char === '"') isString = !isString;
    else if (!isString && char === '{') depth += 1;
    else if (!isString && char === '}') depth -= 1;
    if (depth === 0) end = index + 1;
  }
  return join({ format: 'json', text, source: rest.slice(0, end), linesBefore, body: rest.slice(end) }, 0);
}

/** `fenceLines` is the number of line ends in the closing fence. */
function join(parts: Omit<SplitFile, 'linesBeforeBody'>, fenceLines: number): SplitFile {
  const { source, linesBefore, body } = parts;
  const linesBeforeBody = body === '' ? 0 : linesBefore + countLines(source) + fenceLines;
  return { ...parts, source: redactFrontMatter(source), body: redactStray(body), linesBeforeBody };
}

const countLines = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0;
