import type { gfm } from 'micromark-extension-gfm';
import type { SourceLocation } from '../../diagnostics/code-frame.ts';

type Extension = ReturnType<typeof gfm>;
type Construct = Extract<NonNullable<Extension['text']>[number], { tokenize: unknown }>;
type Text = ThisParameterType<Construct['tokenize']>;
type State = ReturnType<Construct['tokenize']>;

/** The maximum number of `MARKS` in one paragraph, heading or cell, and of all counted characters in a body. */
const MAX_MARKS = 200;
const MAX_IN_BODY = 15_000;
/** The maximum number of parser events of one text: the parser may scan all of them again. */
const MAX_EVENTS = 10_000;
/** The maximum number of events scanned in a body, in total. */
const MAX_SCANNED_EVENTS = 50_000_000;
const MARKS = '*_~[]!';
/** At these characters the parser may scan the whole rest of the text for an end. */
const OPENINGS = '<`';
const MAX_OPENINGS = 100;
/** The start of an escape, of an entity, and of an autolink. */
const OTHERS = '\\&hHwW';

/**
 * An extension of the Markdown parser against quadratic time. At each mark such as `*` or `[` the parser may scan all
 * text before or after it. After too many marks in a paragraph, the rest of the line is plain text and `onTooMany` is
 * called with the location.
 * https://github.com/micromark/micromark#extensions
 */
export function limitInlineMarks(onTooMany: (location: SourceLocation) => void): Extension {
  let bodyCount = 0;
  let scannedEvents = 0;
  const isTooLong = ({ events }: Text): boolean => {
    scannedEvents += events.length;
    return events.length > MAX_EVENTS || scannedEvents > MAX_SCANNED_EVENTS;
  };
  const moreThan = (max: number): ((text: Text) => boolean) => {
    const countByText = new WeakMap<object, number>();
    return (text) => {
      const count = (countByText.get(text) ?? 0) + 1;
      countByText.set(text, count);
      bodyCount += 1;
      return count > max || bodyCount > MAX_IN_BODY || isTooLong(text);
    };
  };
  const plainTextIf = (isSurplus: (text: Text) => boolean): Construct => ({
    partial: true,
    // It never starts a construct of its own: it only runs before other constructs at the same character.
    previous: () => false,
    tokenize(effects, ok, nok) {
      if (!isSurplus(this)) return nok;
      const { line, column } = this.now();
      onTooMany({ line, column });
      const rest: State = (code) => {
        // Codes from -5 to -3 are line endings, `null` is the end of the text.
        if (code !== null && code > -3) {
          effects.consume(code);
          return rest;
        }
        effects.exit('data');
        return ok(code);
      };
      effects.enter('data');
      return rest;
    },
  });
  return {
    text: {
      ...byCode(MARKS, plainTextIf(moreThan(MAX_MARKS))),
      ...byCode(OPENINGS, plainTextIf(moreThan(MAX_OPENINGS))),
      ...byCode(OTHERS, plainTextIf(isTooLong)),
    },
  };
}

const byCode = (characters: string, construct: Construct): Record<number, Construct> =>
  Object.fromEntries(Array.from(characters, (character) => [character.charCodeAt(0), construct]));

/** Removes autolinks of email addresses: they can start at any letter, which is slow, and are never linked. */
export function withoutEmailAutolinks({ text = {}, ...rest }: Extension): Extension {
  const others = Object.entries(text).map(([code, constructs]) => {
    const list = [constructs ?? []].flat();
    return [code, list.filter(({ name }) => name !== 'emailAutolink')] as const;
  });
  return { ...rest, text: Object.fromEntries(others.filter(([, list]) => list.length > 0)) };
}
