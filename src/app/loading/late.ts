let lateAt = Number.NEGATIVE_INFINITY;

/** The page before has waited for the next one as long as a reader should. Its parts are rendered now. */
export function markLate(): void {
  lateAt = performance.now();
}

/** Whether the page that is being rendered is late. */
export const isLate = (): boolean => performance.now() - lateAt < 1000;
