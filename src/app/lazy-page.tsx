import { type ComponentType, lazy } from 'react';

export interface LazyPage<Props> {
  Page: ComponentType<Props>;
  /** The module that the page is in, without folder and ending: the bundler names a chunk after it. */
  module: string;
  /** Fetches the page's code ahead, so that the page is drawn at once when it is wanted. */
  preload: () => Promise<void>;
}

/** A page whose code is not part of the first load. */
export function lazyPage<Props extends object>(
  module: string,
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyPage<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const loadOnce = async (): Promise<{ default: ComponentType<Props> }> => {
    const loaded = await load();
    Loaded = loaded.default;
    return loaded;
  };
  // A lazy component waits a moment even when its code is there; the loaded one does not.
  const Lazy = lazy(loadOnce) as ComponentType<Props>;
  return {
    Page: (props) => (Loaded ? <Loaded {...props} /> : <Lazy {...props} />),
    module,
    preload: async () => void (await loadOnce()),
  };
}
