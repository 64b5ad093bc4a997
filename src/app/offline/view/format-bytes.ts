import { locale } from '../../i18n/locale.ts';

/** `1.2 MB`, `340 kB`. */
export function formatBytes(bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const options = {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  } as const;
  return new Intl.NumberFormat(locale, options).format(isLarge ? bytes / 1_000_000 : Math.ceil(bytes / 1000));
}
