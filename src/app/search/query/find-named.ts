import { fold } from '../../../model/search/fold.ts';

/**
 * The topics or providers that `topic:` or `provider:` with this value names: those that have it as a name or, if there
 * are none, those with a name that begins with it, as while it is being typed.
 */
export function findNamed<T>(items: readonly T[], value: string, namesOf: (item: T) => readonly string[]): T[] {
  const folded = fold(value);
  const findBy = (isMatch: (name: string) => boolean): T[] =>
    items.filter((item) => namesOf(item).some((name) => isMatch(fold(name))));
  const exact = findBy((name) => name === folded);
  return exact.length > 0 ? exact : findBy((name) => name.startsWith(folded));
}
