import { type ComponentType, type FunctionComponent, type ReactNode, useState, useSyncExternalStore } from 'react';
import { addLoader } from '../loading/component-loaders.ts';
import { createLoader } from '../loading/create-loader.ts';
import { LoadState } from './load-state.tsx';

export interface LazyComponent<Props> {
  /** Its `fallback` is shown in place of that of the options. */
  View: FunctionComponent<Props & { fallback?: ReactNode }>;
  /** The name of the component's module, without folder and extension. The bundler names its chunk after it. */
  module: string;
  /** Loads the code. Resolves to whether that has succeeded, after ten seconds at most. */
  preload: () => Promise<boolean>;
  isLoaded: () => boolean;
}

interface LazyOptions {
  /** Shown while the code loads. */
  fallback?: ReactNode;
  /** The title of the message that is shown in its place if the code does not load. Without it, a note says so. */
  title?: string;
  headingLevel?: 1 | 2;
}

/** The modules whose components were rendered in the build. The build clears it before each page. */
export const renderedModules = new Set<string>();

/** A component whose code is not part of the first load. */
export function lazyComponent<Props extends object>(
  module: string,
  importCode: () => Promise<{ default: ComponentType<Props> }>,
  { fallback = null, ...message }: LazyOptions = {},
): LazyComponent<Props> {
  const loader = createLoader(importCode);
  const { value, error, load, subscribe } = loader;
  const isLoaded = (): boolean => value() !== undefined;
  addLoader(module, loader);
  const View = (props: Props & { fallback?: ReactNode }) => {
    if (import.meta.env.SSR) renderedModules.add(module);
    useState(() => {
      // What has just failed is not tried again before the reader asks for it.
      if (!error()) void load();
    });
    const snapshot = (): unknown => value() ?? error();
    useSyncExternalStore(subscribe, snapshot, snapshot);
    const Loaded = value()?.default;
    if (Loaded) return <Loaded {...props} />;
    return (
      <LoadState {...message} error={error()}>
        {props.fallback ?? fallback}
      </LoadState>
    );
  };
  return { View, module, preload: load, isLoaded };
}
