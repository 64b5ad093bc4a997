import { readStored } from './storage.ts';

/** Where the reader's wish is stored. */
export const DATA_SAVER = 'data-saver';

/** Whether the reader wants nothing fetched ahead: by our setting, or by the browser's where it tells. */
export function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return readStored(DATA_SAVER) === 'on' || connection?.saveData === true;
}
