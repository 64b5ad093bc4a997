import { readSetting } from '../state/use-reader.ts';

/** Whether prefetching is off: by the setting of this site, or by the browser's (not all browsers expose it). */
export function isDataSaverOn(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return readSetting('images') !== undefined || connection?.saveData === true;
}
