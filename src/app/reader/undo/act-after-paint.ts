import { afterPaint } from '../../ui/after-paint.ts';

/**
 * Runs an action of the reader after the next paint, so that the change of a long list does not delay the paint of the
 * control that was pressed. If the page is left before that, the action runs then: nothing is lost.
 */
export function actAfterPaint(action: () => void): void {
  const pending = new AbortController();
  const act = (): void => {
    if (pending.signal.aborted) return;
    pending.abort();
    action();
  };
  window.addEventListener('pagehide', act, { signal: pending.signal });
  afterPaint(act);
}
