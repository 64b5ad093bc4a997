/** Where a name contains the search text, ignoring case and accents; `undefined` if it does not. */
export function matchRange(name: string, query: string): [from: number, to: number] | undefined {
  const foldedQuery = fold(query.trim());
  if (foldedQuery === '') return undefined;
  // A character may fold to none or to several, so each folded character needs its index in the name.
  const indexes: number[] = [];
  let folded = '';
  for (let index = 0; index < name.length; index += 1) {
    const part = fold(name.charAt(index));
    folded += part;
    for (let count = 0; count < part.length; count += 1) indexes.push(index);
  }
  const start = folded.indexOf(foldedQuery);
  if (start < 0) return undefined;
  const end = start + foldedQuery.length;
  return [indexes[start] ?? 0, indexes[end] ?? name.length];
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
