import { nextTask } from './next-task.ts';

const PARALLEL = 4;

/** Calls `act` for each item, a few at a time, each in a task of its own. Rejects with the first error, or when `signal` is aborted. */
export async function inParallel<T>(
  items: readonly T[],
  signal: AbortSignal,
  act: (item: T) => Promise<void>,
): Promise<void> {
  const left = [...items].reverse();
  const next = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) {
      await nextTask();
      signal.throwIfAborted();
      await act(item);
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, next));
}
