import { type ComponentType, lazy, useState } from 'react';

export interface LazyComponent<Props> {
  View: ComponentType<Props>;
  /** The name of the component's module, without folder and extension. The bundler names its chunk after it. */
  module: string;
  /** Loads the code, so that the component renders without suspending. Resolves to whether that succeeded. */
  preload: () => Promise<boolean>;
}

/** A component whose code is not part of the first load. */
export function lazyComponent<Props extends object>(
  module: string,
  load: () => Promise<{ default: ComponentType<Props> }>,
): LazyComponent<Props> {
  let Loaded: ComponentType<Props> | undefined;
  const loadOnce = async (): Promise<{ default: ComponentType<Props> }> => {
    const loaded = await load();
    Loaded = loaded.default;
    return loaded;
  };
  // A component of React's `lazy` suspends once even if its code is loaded; the loaded component does not.
  const Lazy = lazy(() => loadOnce().catch(reloadDocument)) as ComponentType<Props>;
  // The choice is kept in state: switching from `Lazy` to `Loaded` would unmount the page and lose its state.
  const View = (props: Props) => {
    const [Chosen] = useState(() => Loaded ?? Lazy);
    return <Chosen {...props} />;
  };
  const preload = (): Promise<boolean> =>
    loadOnce().then(
      () => true,
      () => false,
    );
  preloads.set(module, preload);
  return { View, module, preload };
}

const preloads = new Map<string, () => Promise<boolean>>();

/**
 * Preloads a lazy component by its module name. For folders that `pages/` imports, and that must not import `pages/`.
 */
export const preloadComponent = (module: string): void => void preloads.get(module)?.();

const initialPath = typeof location === 'undefined' ? '' : location.pathname;

/**
 * A chunk is missing if a new edition with other code was published since the document loaded. The reload gets the new
 * document with its chunks. It is not done for the first page of a document: that would reload for ever.
 */
function reloadDocument(error: unknown): Promise<never> {
  if (location.pathname === initialPath) throw error;
  location.reload();
  return new Promise(() => {});
}
