/** What keeps front matter from being read. Its place counts from 0, in the front matter's own text. */
export interface SyntaxFault {
  code: string;
  message: string;
  line: number;
  column: number;
  hint?: string;
}

/** What a parser made of some text. Some faults leave the values as they are meant. */
export type ParsedValues = { values: unknown } | { faults: SyntaxFault[]; values?: unknown };

export const TOO_DEEP: SyntaxFault = {
  code: 'too-deep',
  message: 'The front matter is nested too deeply.',
  line: 0,
  column: 0,
};
