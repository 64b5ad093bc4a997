import type { SourceLocation } from '../../../diagnostics/code-frame.ts';

/** A replacement of a part of a text. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** A text after edits, and where its parts come from. */
export interface EditedText {
  text: string;
  /** Converts a location in the edited text to one in the source. */
  toSource: (location: SourceLocation) => SourceLocation;
}

/** Applies edits, which are sorted and do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): EditedText {
  const parts: string[] = [];
  /** For each part after an edit: its offset in the edited text and in the source. */
  const moves: { edited: number; source: number }[] = [{ edited: 0, source: 0 }];
  let [end, length] = [0, 0];
  for (const edit of edits) {
    parts.push(source.slice(end, edit.start), edit.text);
    length += edit.start - end;
    // Everything in the replacement is where the replaced part begins.
    moves.push({ edited: length, source: edit.start });
    length += edit.text.length;
    end = edit.end;
    moves.push({ edited: length, source: end });
  }
  const text = parts.join('') + source.slice(end);
  const lines = { edited: createLineIndex(text), source: createLineIndex(source) };
  const toSource = (location: SourceLocation): SourceLocation => {
    const offset = lines.edited.offsetOf(location);
    const index = lastAtMost(moves, offset, ({ edited }) => edited);
    const { edited, source: from } = moves[index] ?? { edited: 0, source: 0 };
    const isReplacement = index % 2 === 1;
    return lines.source.locationOf(isReplacement ? from : from + offset - edited);
  };
  return { text, toSource };
}

export interface LineIndex {
  offsetOf: (location: SourceLocation) => number;
  locationOf: (offset: number) => SourceLocation;
}

/** Converts between offsets and locations. The lines are found on the first call. */
export function createLineIndex(text: string): LineIndex {
  let starts: number[] | undefined;
  const lineStarts = (): number[] => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ 0: ending, index }) => index + ending.length)];
    return starts;
  };
  return {
    offsetOf: ({ line, column }) => (lineStarts()[line - 1] ?? text.length) + column - 1,
    locationOf(offset) {
      const index = lastAtMost(lineStarts(), offset, (start) => start);
      return { line: index + 1, column: offset - (lineStarts()[index] ?? 0) + 1 };
    },
  };
}

/** The index of the last item of a sorted list whose value is at most `max`. */
function lastAtMost<T>(items: readonly T[], max: number, valueOf: (item: T) => number): number {
  let [from, to] = [0, items.length - 1];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && valueOf(item) <= max) from = middle;
    else to = middle - 1;
  }
  return from;
}
