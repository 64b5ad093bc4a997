import { strings } from './i18n/strings.ts';
import { showNotice } from './loading/notice.ts';

/**
 * Whether the browser has what the app uses. The newest of these features are from May 2024, see "Browsers" in the
 * README. Each is tested, because extensions and embedded browsers may lack one.
 */
export const isSupportedBrowser = (): boolean =>
  'any' in AbortSignal &&
  'size' in URLSearchParams.prototype &&
  'toReversed' in Array.prototype &&
  'IntersectionObserver' in window;

/** Leaves the pre-rendered page as it is without JavaScript: its links work. */
export function leaveAsHtml(): void {
  delete document.documentElement.dataset.filtered;
  for (const control of document.querySelectorAll(NEEDS_SCRIPT)) control.remove();
  showNotice(strings.oldBrowser);
}

/** As in `styles.css`. */
const NEEDS_SCRIPT = '.all-topics, .sort-link, .list-layout-buttons, .video-play, .needs-script';
