import { Fragment, type ReactNode } from 'react';
import { contentAttributes } from './locale.ts';

/**
 * A text with elements in it. `elements` are by the names of placeholders; `text` gets a mark for each of them, as the
 * value of the placeholder.
 */
export function fillElements<Name extends string>(
  elements: Record<Name, ReactNode>,
  text: (marks: Record<Name, string>) => string,
): ReactNode {
  const names = Object.keys(elements) as Name[];
  const marked = text(Object.fromEntries(names.map((name) => [name, MARK + name + MARK])) as Record<Name, string>);
  return marked
    .split(MARK)
    .map((part, index) => <Fragment key={index}>{index % 2 === 1 ? elements[part as Name] : part}</Fragment>);
}

/**
 * A text of the interface with a name in it. If the text is not in the language of the site, the name is an element in
 * that language. Else the text is one node: when it changes, no part of it shifts.
 */
export const markName = (name: string, text: (name: string) => string): ReactNode =>
  contentAttributes.lang === undefined ? (
    text(name)
  ) : (
    <span>{fillElements({ name: <bdi {...contentAttributes}>{name}</bdi> }, (marks) => text(marks.name))}</span>
  );

/** A control character: no text has it. */
const MARK = '\u0000';
