let lateAt = Number.NEGATIVE_INFINITY;

/** Call it when a navigation has reached `TIME_LIMIT_MS`, before its page is rendered without what has not loaded. */
export function markLate(): void {
  lateAt = performance.now();
}

/** Whether the page of such a navigation is being rendered. Then its parts say at once that they are slow. */
export const isLate = (): boolean => performance.now() - lateAt < 1000;
