/** Where a name holds what was typed, ignoring case and accents; `undefined` when it does not. */
export function matchRange(name: string, query: string): [from: number, to: number] | undefined {
  const wanted = fold(query.trim());
  if (wanted === '') return undefined;
  // A letter may fold to none or to several: of each the place in the name is kept.
  const positions: number[] = [];
  let folded = '';
  for (let position = 0; position < name.length; position += 1) {
    const part = fold(name.charAt(position));
    folded += part;
    for (let each = 0; each < part.length; each += 1) positions.push(position);
  }
  const start = folded.indexOf(wanted);
  if (start < 0) return undefined;
  const end = start + wanted.length;
  return [positions[start] ?? 0, positions[end] ?? name.length];
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
