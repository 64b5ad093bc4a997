/**
 * A stamp orders changes: milliseconds since 1970, times 1024, plus the number of the tab. It is a safe integer until the
 * year 2248. A clock that goes back does not matter: the next stamp is later than all that the tab has seen. This is a
 * hybrid logical clock, https://cse.buffalo.edu/tech-reports/2014-04.pdf.
 */
const TABS = 1024;

const tab = Math.floor(Math.random() * TABS);
let last = 0;

/** Later stamps are not valid: they would leave no room for changes after them. */
export const MAX_STAMP = Date.UTC(2200) * TABS;

/** A stamp for a change that is made now. */
export function nextStamp(): number {
  last = Math.max(Math.floor(last / TABS) + 1, Date.now()) * TABS + tab;
  return last;
}

/** Makes the following stamps later than this one. */
export function followStamp(stamp: number): void {
  last = Math.max(last, stamp);
}
