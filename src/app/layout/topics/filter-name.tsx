import type { ReactNode } from 'react';
import { isNarrowed } from '../../../model/addresses/routes.ts';
import type { CollectionId } from '../../../model/edition.ts';
import { useSearch } from '../../navigation/use-route.ts';
import type { FilterPanels } from './filter-panels.ts';

interface FilterNameProps {
  collection: CollectionId | undefined;
  panels: FilterPanels;
  /** Shown if there is no filter, and until the code for its text has loaded. */
  children: ReactNode;
}

/** The active filters as a text. */
export function FilterName({ collection, panels, children }: FilterNameProps) {
  const isFiltered = isNarrowed(useSearch());
  return (
    <span>{collection && isFiltered ? <panels.Summary collection={collection} fallback={children} /> : children}</span>
  );
}
