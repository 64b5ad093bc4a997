/** How long typing pauses before a search starts, in milliseconds. */
export const PAUSE_MS = 100;
