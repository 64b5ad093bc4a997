import { isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import { defined } from '../defined.ts';
import { quote } from '../quote.ts';
import type { SyntaxFault } from './syntax-fault.ts';

/** The parser with positions takes time: longer front matter is described by the fast parser alone. */
const MAX_LENGTH = 200_000;

/**
 * Says what is wrong with YAML that the fast parser refused, in words of our own: the parser's quote the source. Every
 * key that is given twice is one; of other faults only the first, as those after it may follow from it. None where
 * this parser sees nothing wrong.
 */
export function findYamlFaults(text: string): SyntaxFault[] {
  if (text.length > MAX_LENGTH) return [];
  const lines = new LineCounter();
  // A lone CR ends a line for the fast parser, but not for this one.
  const source = text.replace(/\r(?!\n)/g, '\n');
  try {
    // The parser's own search for doubled keys compares each with all before it.
    const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const;
    const document = parseDocument(source, options);
    // To this parser a tag that it does not know is worth a warning only.
    const [other] = [...document.errors, ...document.warnings];
    const faults = [...findDoubledKeys(document), ...(other ? [other] : [])];
    return faults.map((error) => {
      const offset = offsetOf(error, document);
      const { line, col } = lines.linePos(offset);
      return { ...describe(error, source, offset), line: Math.max(line, 1) - 1, column: Math.max(col, 1) - 1 };
    });
  } catch {
    return [];
  }
}

type Fault = Pick<YAMLError, 'code' | 'pos'>;
type Visited = Parameters<typeof visit>[0];

function findDoubledKeys(document: Visited): Fault[] {
  const found: Fault[] = [];
  visit(document, {
    Map(_, { items }) {
      const names = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key) || !key.range) continue;
        const name = String(key.value);
        if (names.has(name)) found.push({ code: 'DUPLICATE_KEY', pos: [key.range[0], key.range[1]] });
        names.add(name);
      }
    },
  });
  return found;
}

/** A quote that is not closed is missed at the end of the text; what helps is where it opens. */
function offsetOf({ code, pos: [offset] }: Fault, document: Visited): number {
  let opening = offset;
  if (code !== 'MISSING_CHAR') return opening;
  visit(document, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range && range[0] < offset && range[1] >= offset) opening = range[0];
    },
  });
  return opening;
}

type Description = Pick<SyntaxFault, 'code' | 'message' | 'hint'>;

function describe({ code }: Fault, source: string, offset: number): Description {
  const rest = source.slice(offset, offset + 200);
  if (code === 'DUPLICATE_KEY') {
    const name = /^["']?([^"':\n]*)/.exec(rest)?.[1] ?? '';
    return { code: 'duplicate-key', message: `The field ${quote(name)} is given twice.`, hint: 'Keep one of the two.' };
  }
  const [message, hint] = wordsFor(code, rest);
  return { code: 'yaml-syntax', message: `The YAML cannot be read: ${message}.`, ...defined('hint', hint) };
}

const QUOTE_IT = 'Put a value that holds `: ` or quotes in quotes of its own.';

type Words = [message: string, hint?: string];

function wordsFor(code: YAMLError['code'], rest: string): Words {
  if (code === 'MISSING_CHAR' && /^["']/.test(rest)) return ['a quote is opened and never closed', 'Close the quote.'];
  if (code === 'MULTILINE_IMPLICIT_KEY' && /^[\w-]+:\S/.test(rest)) {
    return ['expected a line of the form `name: value`', 'Put a space after the colon.'];
  }
  return WORDS[code] ?? ['expected lines of the form `name: value`'];
}

const FIELD_IN_VALUE: Words = ['expected one value, found a field inside it', QUOTE_IT];
const ALIAS: Words = ['a value begins with `*`, which stands for an alias', 'Put the value in quotes.'];

const WORDS: { [Code in YAMLError['code']]?: Words } = {
  MISSING_CHAR: ['expected a field and its value', QUOTE_IT],
  TAB_AS_INDENT: ['expected an indentation of spaces, found a tab', 'Indent with spaces.'],
  BAD_INDENT: ['a list or mapping in brackets is not closed, or a line is not indented far enough'],
  BLOCK_AS_IMPLICIT_KEY: FIELD_IN_VALUE,
  BLOCK_IN_FLOW: FIELD_IN_VALUE,
  UNEXPECTED_TOKEN: ['expected the end of the value, found more', QUOTE_IT],
  BAD_SCALAR_START: ['a value cannot begin with this character', 'Put the value in quotes.'],
  BAD_DQ_ESCAPE: ['a backslash stands before a character that needs none', 'Write it twice, or use single quotes.'],
  TAG_RESOLVE_FAILED: [
    'a value has a tag that is not known',
    'Leave out what begins with `!`, or put the value in quotes.',
  ],
  BAD_ALIAS: ALIAS,
  ALIAS_PROPS: ALIAS,
};
