/*
 * Limits for what hangs, in milliseconds. They are far above what the slowest machine needs, so that no test depends
 * on how busy the machine is. How long work may take is checked by an audit.
 */

/** For a whole test or hook. */
export const TEST_TIMEOUT = 600_000;
/** For one thing that a test waits for. Below that of the test, so that the failure names what was waited for. */
export const WAIT_TIMEOUT = 120_000;
