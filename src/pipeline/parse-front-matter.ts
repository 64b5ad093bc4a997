import yaml from 'js-yaml';
import { parse as parseToml, TomlError } from 'smol-toml';

/** What a file's front matter says, before anything in it is believed. */
export type FrontMatter = Record<string, unknown>;

type FrontMatterFormat = 'yaml' | 'toml' | 'json';

export interface SplitFile {
  format: FrontMatterFormat;
  /** The front matter's own text. */
  source: string;
  /** How many lines of the file stand before `source`. */
  linesBefore: number;
  body: string;
}

/** What is wrong, with the line of the file where it is known. */
export interface ParseProblem {
  code: string;
  message: string;
  line?: number;
  column?: number;
  hint?: string;
}

/** More than any honest file uses; each use of an alias costs as much as what it stands for. */
const MAX_ALIASES = 100;

/*
 * Every plain scalar stays the text that the file holds: `title: 007` is a title, and whether `quality: 174` is a
 * number is for the field to say. Only an empty value and `null` mean nothing.
 */
const NOTHING = new yaml.Type('tag:yaml.org,2002:null', {
  kind: 'scalar',
  resolve: (text: string | null) => text === null || /^(|~|null|Null|NULL)$/.test(text),
  construct: () => null,
});
const SCHEMA = yaml.FAILSAFE_SCHEMA.extend({ implicit: [NOTHING] });

/** Divides a file into front matter and body: YAML between `---` lines, TOML between `+++` lines, or JSON. */
export function splitFrontMatter(text: string): SplitFile | ParseProblem {
  const blank = /^(?:[ \t]*\r?\n)*/.exec(text)?.[0] ?? '';
  const linesBefore = countLines(blank);
  const rest = text.slice(blank.length);
  if (rest.startsWith('{')) return splitJson(rest, linesBefore);
  const open = /^(---|\+\+\+)([^\r\n]*)(\r\n|\n|\r|$)/.exec(rest);
  if (!open) {
    return problem(
      'no-front-matter',
      'The file does not begin with front matter.',
      linesBefore + 1,
      'Begin the file with a line `---`.',
    );
  }
  const [openLine, fence = '', label = ''] = open;
  if (label.trim() !== '' && !/^ya?ml$/i.test(label.trim())) {
    return problem(
      'unknown-fence',
      'Front matter in another language than YAML, TOML or JSON is not read, and never run.',
      linesBefore + 1,
    );
  }
  const closing = fence === '---' ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m;
  const inner = rest.slice(openLine.length);
  const close = closing.exec(inner.replaceAll('\r', '\n'));
  if (!close) {
    return problem(
      'unclosed-front-matter',
      `The front matter that begins with \`${fence}\` has no closing line.`,
      linesBefore + 1,
      `End it with a line \`${fence}\`.`,
    );
  }
  return {
    format: fence === '---' ? 'yaml' : 'toml',
    source: inner.slice(0, close.index),
    linesBefore: linesBefore + 1,
    body: inner.slice(close.index + close[0].length),
  };
}

/** Parses front matter. Never throws: what is wrong is said with its line in the file, without quoting the source. */
export function parseFrontMatter({ format, source, linesBefore }: SplitFile): { data: FrontMatter } | ParseProblem {
  const tooMany = format === 'yaml' && countAliases(source) > MAX_ALIASES;
  if (tooMany)
    return problem('too-many-aliases', `The front matter uses more than ${MAX_ALIASES} aliases.`, linesBefore + 1);
  try {
    const data: unknown = PARSERS[format](source);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return { data: data as FrontMatter };
    return problem(
      'not-a-mapping',
      'The front matter holds no fields: expected lines of the form `name: value`.',
      linesBefore + 1,
    );
  } catch (error) {
    return syntaxProblem(error, linesBefore);
  }
}

const PARSERS: Record<FrontMatterFormat, (source: string) => unknown> = {
  yaml: (source) => yaml.load(source, { schema: SCHEMA }),
  toml: (source) => datesToText(parseToml(source)),
  json: (source) => JSON.parse(source) as unknown,
};

function syntaxProblem(error: unknown, linesBefore: number): ParseProblem {
  if (error instanceof yaml.YAMLException) {
    const { reason, mark } = error;
    // A mark may be missing, and names lines and columns from 0.
    const at = mark ? { line: mark.line + 1 + linesBefore, column: mark.column + 1 } : {};
    return { code: 'yaml-syntax', message: `The YAML cannot be read: ${quoteless(reason)}.`, ...at };
  }
  if (error instanceof TomlError) {
    return {
      code: 'toml-syntax',
      message: 'The TOML cannot be read.',
      line: error.line + linesBefore,
      column: error.column,
    };
  }
  if (error instanceof RangeError)
    return problem('too-deep', 'The front matter is nested too deeply.', linesBefore + 1);
  return problem('json-syntax', 'The JSON cannot be read.', linesBefore + 1);
}

/** A parser's reason without the pieces of the file that it may quote: they could be anything, a secret too. */
const quoteless = (reason: string): string => reason.replace(/"[^"]*"|'[^']*'|<[^>]*>/g, '…').replace(/\.+$/, '');

/** JSON front matter ends where its outermost brace closes. */
function splitJson(text: string, linesBefore: number): SplitFile | ParseProblem {
  let depth = 0;
  let isString = false;
  for (let index = 0; index < text.length; index += 1) {
    const char = text[index];
    if (char === '\\' && isString) index += 1;
    else if (char === '"') isString = !isString;
    else if (!isString && char === '{') depth += 1;
    else if (!isString && char === '}') depth -= 1;
    if (depth === 0) {
      return { format: 'json', source: text.slice(0, index + 1), linesBefore, body: text.slice(index + 1) };
    }
  }
  return problem('unclosed-front-matter', 'The JSON front matter has no closing brace.', linesBefore + 1);
}

const countAliases = (source: string): number =>
  source.includes('&') ? (source.match(/(?:^|[\s[{,:-])\*[^\s,\]}]+/gm)?.length ?? 0) : 0;

function datesToText(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(datesToText);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, datesToText(item)]));
}

const countLines = (text: string): number => text.split('\n').length - 1;

function problem(code: string, message: string, line: number, hint?: string): ParseProblem {
  return { code, message, line, ...(hint === undefined ? {} : { hint }) };
}
