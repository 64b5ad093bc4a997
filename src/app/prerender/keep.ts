/**
 * Returns a function that renders a part once for each key. The oldest parts are dropped when there are more than `max`.
 */
export function keep<Input, Html>(
  max: number,
  keyOf: (input: Input) => string,
  render: (input: Input) => Html,
): (input: Input) => Html {
  const kept = new Map<string, Html>();
  return (input) => {
    const key = keyOf(input);
    const existing = kept.get(key);
    if (existing !== undefined) return existing;
    for (const oldest of kept.keys()) {
      if (kept.size < max) break;
      kept.delete(oldest);
    }
    const html = render(input);
    kept.set(key, html);
    return html;
  };
}
