import type { QueryClient } from '@tanstack/react-query';
import { strings } from '../i18n/strings.ts';
import type { Loader } from './create-loader.ts';
import { actionFor } from './failure-action.ts';
import { showNotice } from './notice.ts';
import { retryFailed } from './retry-failed.ts';

/** Loads code, and calls `onLoad` with it, once. As long as that fails, a note says why, with a button to try again. */
export function whenLoaded<T>(client: QueryClient, loader: Loader<T>, onLoad: (value: T) => void): void {
  let hideNotice = (): void => {};
  const update = (): void => {
    const [value, error] = [loader.value(), loader.error()];
    hideNotice();
    if (value !== undefined) {
      unsubscribe();
      onLoad(value);
    } else if (error) {
      hideNotice = showNotice(
        `${strings.failed.part} ${strings.failureReasons[error.reason]}`,
        ...actionFor(error.reason, () => void retryFailed(client)),
      );
    }
  };
  const unsubscribe = loader.subscribe(update);
  void loader.load();
  update();
}
