import { useSyncExternalStore } from 'react';
import type { ReaderValues, Section } from '../document/reader-document.ts';
import { subscribe, valuesOf } from './reader-state.ts';

const NONE = new Map<string, never>();

/** The values of a section by id. Empty on the server and while hydrating. */
export const useReader = <S extends Section>(section: S): ReadonlyMap<string, ReaderValues[S]> =>
  useSyncExternalStore(
    subscribe,
    () => valuesOf(section),
    () => NONE,
  );

/** A setting by its name. `undefined` if it was never changed, on the server and while hydrating. */
export const useSetting = (name: string): string | undefined => useReader('settings').get(name);

export const readSetting = (name: string): string | undefined => valuesOf('settings').get(name);
