/* Whether the server answers. `navigator.onLine` only knows whether the device has a network. */

let isUp = true;
const listeners = new Set<() => void>();

/** Whether the latest request was answered, with whatever status. */
export const isLineUp = (): boolean => isUp;

/** Called with the outcome of each request. */
export function reportLine(isAnswered: boolean): void {
  if (isAnswered === isUp) return;
  isUp = isAnswered;
  for (const listener of listeners) listener();
}

/** Calls `listener` when the line goes down, and when it comes back. */
export const onLineChange = (listener: () => void): void => void listeners.add(listener);
