import { withBasePath } from '../data/base-path.ts';
import { readStored, writeStored } from '../reader/storage/web-storage.ts';

/** A key in session storage. Its value is the build of the app for which the tab was reloaded. */
const RELOADED_KEY = `reloaded ${withBasePath('')}`;

/**
 * Reloads the page to get another build of the app: at most once per tab and build, and not while the reader would lose
 * something. Returns whether it does. Without session storage it does not: the page might reload for ever.
 */
export function reloadOnce(app: string): boolean {
  if (isBusy() || readStored(RELOADED_KEY, 'sessionStorage') === app) return false;
  if (!writeStored(RELOADED_KEY, app, 'sessionStorage')) return false;
  location.reload();
  return true;
}

/** Whether the reader types, has something open, watches a video, selects text, or can undo something. */
const isBusy = (): boolean =>
  document.querySelector('dialog[open], iframe, .undo-toast button') !== null ||
  getSelection()?.isCollapsed === false ||
  [...document.querySelectorAll('input, textarea')].some(hasTypedText);

/** A field in a form has the text of the address, unless the reader is typing. */
const hasTypedText = (field: Element): boolean =>
  !field.matches('[type=radio], [type=checkbox]') &&
  (field as HTMLInputElement).value !== '' &&
  (field === document.activeElement || !field.closest('form'));
