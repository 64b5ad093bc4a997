import { TRUSTED_TYPES_POLICY, WORKER_FILE } from '../../model/offline/service-worker.ts';
import { withBasePath } from '../data/base-path.ts';

interface TrustedTypes {
  createPolicy: (
    name: string,
    rules: { createScriptURL: () => string },
  ) => { createScriptURL: (url: string) => string };
}

/** Registers the service worker when the page has loaded and the browser has nothing else to do. */
export function registerWorker(): void {
  const register = (): void => {
    const address = withBasePath(WORKER_FILE);
    const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
    // The policy admits this address only, whatever it is asked for.
    const policy = trustedTypes?.createPolicy(TRUSTED_TYPES_POLICY, { createScriptURL: () => address });
    // Not over http, and not where storage is blocked.
    navigator.serviceWorker
      ?.register(policy?.createScriptURL('') ?? address, { updateViaCache: 'none' })
      .catch(() => {});
  };
  addEventListener('load', () => (window.requestIdleCallback ?? setTimeout)(register));
}
