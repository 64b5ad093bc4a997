import { expect } from 'vitest';

/** The environment variable that has time limits checked. Only the audit sets it. */
export const CHECK_TIME = 'CHECK_TIME';

/** What the audit counts in the output. */
export const MEASURED = 'measured CPU seconds:';

/**
 * Does work that must not take longer than in proportion to its input, and gives its result. `npm test` checks the
 * result alone, because a time depends on the machine. The audit checks the CPU time too: the limits are generous,
 * since work that grows out of proportion takes minutes.
 */
export function inTime<T>(work: () => T, maxSeconds = 10): T {
  if (process.env[CHECK_TIME] === undefined) return work();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  console.log(`${MEASURED} ${seconds.toFixed(3)}`);
  expect(seconds).toBeLessThan(maxSeconds);
  return result;
}
