import { readStored } from './storage.ts';

/** Where the reader's wish is stored. */
export const DATA_SAVER_KEY = 'data-saver';

/** Whether the reader wants nothing fetched ahead: by our setting, or by the browser's where it tells. */
export function isDataSaverOn(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return readStored(DATA_SAVER_KEY) === 'on' || connection?.saveData === true;
}
