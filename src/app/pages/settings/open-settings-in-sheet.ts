import { hiddenPath, settingsPath } from '../../../model/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { navigateTo } from '../../navigation/scroll/scroll-restoration.ts';

const PAGES = [settingsPath, hiddenPath].map(withBasePath);

/** Makes the link to the settings in the masthead and the bottom bar open a sheet, except on the pages of the settings. */
export function openSettingsInSheet(): void {
  document.addEventListener('click', openSheet, { capture: true });
}

/** Runs before the link itself navigates. The browser handles clicks that open a new tab or window. */
function openSheet(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = withBasePath(settingsPath);
  if (link?.getAttribute('href') !== href || !link.closest('.masthead, .bottom-bar')) return;
  if (PAGES.includes(location.pathname)) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  void import('./settings-sheet.tsx').then(
    ({ openSettingsSheet }) => openSettingsSheet(),
    () => navigateTo(href),
  );
}
