import { readStored } from './storage.ts';

/** A key in local storage. */
export const DATA_SAVER_KEY = 'data-saver';

/** Whether prefetching is off: by the setting of this site, or by the browser's (not all browsers expose it). */
export function isDataSaverOn(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return readStored(DATA_SAVER_KEY) === 'on' || connection?.saveData === true;
}
