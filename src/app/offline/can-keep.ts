/** Replaced by the build: whether readers can keep collections for offline. */
declare const __OFFLINE_PACKS__: boolean;

/** Whether the site and the browser can keep collections. Browsers have caches and locks in secure contexts only. */
export const canKeep = (): boolean =>
  __OFFLINE_PACKS__ && 'caches' in window && 'serviceWorker' in navigator && 'locks' in navigator;
