import type { QueryClient } from '@tanstack/react-query';
import { hiddenPath, settingsPath } from '../../../model/addresses/permalinks.ts';
import { withBasePath } from '../../data/base-path.ts';
import { createLoader } from '../../loading/create-loader.ts';
import { whenLoaded } from '../../loading/when-loaded.ts';

const PAGES = [settingsPath, hiddenPath].map(withBasePath);

/** Makes the link to the settings in the masthead and the bottom bar open a sheet, except on the pages of the settings. */
export function openSettingsInSheet(client: QueryClient): void {
  document.addEventListener('click', (event) => openSheet(client, event), { capture: true });
}

const sheetLoader = createLoader(() => import('./settings-sheet.tsx'));

/** Runs before the link itself navigates. The browser handles clicks that open a new tab or window. */
function openSheet(client: QueryClient, event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const href = withBasePath(settingsPath);
  if (link?.getAttribute('href') !== href || !link.closest('.masthead, .bottom-bar')) return;
  if (PAGES.includes(location.pathname)) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  whenLoaded(client, sheetLoader, ({ openSettingsSheet }) => openSettingsSheet());
}
