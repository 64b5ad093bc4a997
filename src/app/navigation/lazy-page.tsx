import { type ComponentType, lazy, useState } from 'react';

export interface LazyPage<Props> {
  Page: ComponentType<Props>;
  /** The module that the page is in, without folder and ending: the bundler names a chunk after it. */
  module: string;
  /** Fetches the page's code ahead, so that the page is drawn at once when it is wanted. Tells whether it came. */
  preload: () => Promise<boolean>;
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
  const Lazy = lazy(() => loadOnce().catch(loadDocument)) as ComponentType<Props>;
  // What was drawn first stays: another component in its place would lose what the page remembers.
  const Page = (props: Props) => {
    const [Chosen] = useState(() => Loaded ?? Lazy);
    return <Chosen {...props} />;
  };
  const preload = (): Promise<boolean> =>
    loadOnce().then(
      () => true,
      () => false,
    );
  preloads.set(module, preload);
  return { Page, module, preload };
}

const preloads = new Map<string, () => Promise<boolean>>();

/** Fetches the code of a lazy page by the name of its module, for parts that `pages/` imports and that cannot import it. */
export const preloadPage = (module: string): void => void preloads.get(module)?.();

const firstPath = typeof location === 'undefined' ? '' : location.pathname;

/**
 * The host may have published an edition with other code since: the page is asked for as a document, which brings its
 * own. Not when it is that document that lacks it.
 */
function loadDocument(error: unknown): Promise<never> {
  if (location.pathname === firstPath) throw error;
  location.reload();
  return new Promise(() => {});
}
