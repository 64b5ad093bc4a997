/** An event of the window: the server has a newer edition than the one on the page. */
export const STALE_EVENT = 'broadsheet-stale';
