import type { gfm } from 'micromark-extension-gfm';
import type { SourceLocation } from '../../diagnostics/code-frame.ts';

type Extension = ReturnType<typeof gfm>;
type Construct = Extract<NonNullable<Extension['text']>[number], { tokenize: unknown }>;
type Text = ThisParameterType<Construct['tokenize']>;
type State = ReturnType<Construct['tokenize']>;

/** One paragraph, heading or cell, and a whole body: more than any article has. */
const MAX_MARKS = 200;
const MAX_IN_BODY = 15_000;
/** What the parser has made of a text so far: it may look through all of that once more. */
const MAX_EVENTS = 10_000;
/** How much of that it looks through in a whole body, in all. */
const MAX_LOOKS = 50_000_000;
const MARKS = '*_~[]!';
/** At these the parser may look for an end through all that follows. */
const OPENINGS = '<`';
const MAX_OPENINGS = 100;
/** An escape, an entity, and the letters with which an address may begin. */
const OTHERS = '\\&hHwW';

/**
 * An extension of the Markdown parser that takes the rest of a line for plain text once a paragraph holds very many
 * marks such as `*` and `[`: at each, the parser may look through all that came before or comes after. `onTooMany` is
 * told where.
 * https://github.com/micromark/micromark#extensions
 */
export function limitInlineMarks(onTooMany: (location: SourceLocation) => void): Extension {
  let inBody = 0;
  let looks = 0;
  const isTooLong = ({ events }: Text): boolean => {
    looks += events.length;
    return events.length > MAX_EVENTS || looks > MAX_LOOKS;
  };
  const moreThan = (max: number): ((text: Text) => boolean) => {
    const inText = new WeakMap<object, number>();
    return (text) => {
      const count = (inText.get(text) ?? 0) + 1;
      inText.set(text, count);
      inBody += 1;
      return count > max || inBody > MAX_IN_BODY || isTooLong(text);
    };
  };
  const plainWhere = (isSurplus: (text: Text) => boolean): Construct => ({
    partial: true,
    // It never ends a run of characters: it only comes first where another construct does.
    previous: () => false,
    tokenize(effects, ok, nok) {
      if (!isSurplus(this)) return nok;
      const { line, column } = this.now();
      onTooMany({ line, column });
      const rest: State = (code) => {
        // What is below 0 ends the line, `null` the text.
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
      ...byCode(MARKS, plainWhere(moreThan(MAX_MARKS))),
      ...byCode(OPENINGS, plainWhere(moreThan(MAX_OPENINGS))),
      ...byCode(OTHERS, plainWhere(isTooLong)),
    },
  };
}

const byCode = (characters: string, construct: Construct): Record<number, Construct> =>
  Object.fromEntries(Array.from(characters, (character) => [character.charCodeAt(0), construct]));

/** Addresses of mail may begin at any letter, and we link to none. */
export function withoutEmailAutolinks({ text = {}, ...rest }: Extension): Extension {
  const others = Object.entries(text).map(([code, constructs]) => {
    const list = [constructs ?? []].flat();
    return [code, list.filter(({ name }) => name !== 'emailAutolink')] as const;
  });
  return { ...rest, text: Object.fromEntries(others.filter(([, list]) => list.length > 0)) };
}
