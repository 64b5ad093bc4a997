/*
 * Timeouts for tests that hang, in milliseconds. They are far above what the slowest machine needs, so that no test
 * depends on the load of the machine. An audit checks how long work takes.
 */

/** For a whole test or hook. */
export const TEST_TIMEOUT = 600_000;
/** For one wait in a test. It is shorter than that of the test, so that the failure names the wait. */
export const WAIT_TIMEOUT = 120_000;
