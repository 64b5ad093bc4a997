const texts = new Map<string, string>();
const MAX_TEXTS = 20_000;

/**
 * A copy of a text, the same for equal texts. In V8 a substring keeps the whole text of its file in memory. For names
 * that many files have, such as topics.
 */
export function internText(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  const copy = Buffer.from(text).toString();
  if (texts.size < MAX_TEXTS) texts.set(copy, copy);
  return copy;
}
