import { adoptStyles } from '../../ui/adopt-styles.ts';
import { valuesOf } from '../state/reader-state.ts';
import css from './settings.css?inline';

/** The settings whose effect is in `settings.css`. */
const NAMES = ['text-face', 'line-spacing', 'images', 'motion'];

/** The style rules for the settings, if the reader has chosen one of these. The record has them for the first paint. */
export const settingsCss = (): string | undefined =>
  NAMES.some((name) => valuesOf('settings').has(name)) ? css : undefined;

export const adoptSettingsCss = (): void => adoptStyles(css);
