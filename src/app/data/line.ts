/*
 * Whether the server answers, and which files are copies that the service worker has kept. `navigator.onLine` only knows
 * whether the device has a network.
 */

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

/** The values of `COPY_HEADER`, by the path of the file, percent-encoded. */
export const copies = new Map<string, string>();
let copyListener: () => void = () => {};

/** Called with each answer. `copy` is the value of its `COPY_HEADER`. */
export function reportAnswer(path: string, copy: string | null): void {
  if (copy) copies.set(path, copy);
  else copies.delete(path);
  reportLine(!copy?.startsWith('down'));
  if (copy) copyListener();
}

/** Calls `listener` when the service worker answers with a copy. */
export const onCopy = (listener: () => void): void => void (copyListener = listener);

/** Calls `listener` when the line goes down, and when it comes back. */
export const onLineChange = (listener: () => void): void => void listeners.add(listener);
