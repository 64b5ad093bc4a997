import { provideTools } from './use-tools.ts';

let loading: Promise<void> | undefined;

/** Loads the tools of cards and articles, once. Without them a page works, so a failure is ignored. */
export function loadTools(): Promise<void> {
  loading ??= import('./tools.ts').then(provideTools, () => {});
  return loading;
}
