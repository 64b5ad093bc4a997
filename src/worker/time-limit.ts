/** How long a request may take before a kept copy is the answer. */
const LIMIT_MS = 3000;
/** The same while the line is known to be slow. */
const SLOW_LIMIT_MS = 500;
/** How long it counts as slow after a late answer. */
const SLOW_FOR_MS = 30_000;

let slowUntil = 0;

/** The answer, or `late` if it does not come in time. Rejects if the answer does. */
export async function inTime<T>(answer: Promise<T>): Promise<T | 'late'> {
  let timer = 0;
  const limit = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, Date.now() < slowUntil ? SLOW_LIMIT_MS : LIMIT_MS, 'late');
  });
  const first = await Promise.race([answer, limit]);
  clearTimeout(timer);
  if (first === 'late') slowUntil = Date.now() + SLOW_FOR_MS;
  return first;
}
