import { expect } from 'vitest';

/** The environment variable that enables the check of time limits. Only the audit sets it. */
export const CHECK_TIME = 'CHECK_TIME';

/** The prefix of measurements in the output, which the audit parses. */
export const MEASURED = 'measured CPU seconds:';

/**
 * Runs a function that must need linear time, and returns its result. `npm test` does not check the time, because it
 * depends on the machine. The audit checks the CPU time with a generous limit: quadratic time would take minutes.
 */
export function withTimeLimit<T>(work: () => T, maxSeconds = 10): T {
  if (process.env[CHECK_TIME] === undefined) return work();
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  console.log(`${MEASURED} ${seconds.toFixed(3)}`);
  expect(seconds).toBeLessThan(maxSeconds);
  return result;
}
