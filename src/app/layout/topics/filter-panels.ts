import type { ComponentType, ReactNode } from 'react';
import type { CollectionId } from '../../../model/edition.ts';

interface PanelProps {
  /** The collection of the page. */
  collection: CollectionId;
}

interface ClosablePanelProps extends PanelProps {
  onClose: () => void;
}

/** The filter panels. The layout gets them as props: `filter/` imports `layout/`, not the other way round. */
export interface FilterPanels {
  /** Below the topic bar. */
  Panel: ComponentType<ClosablePanelProps>;
  /** From the bottom bar, on phones. */
  Sheet: ComponentType<ClosablePanelProps>;
  /** Beside the stories, on wide screens. */
  Rail: ComponentType<PanelProps>;
  /** The active filters as a text, in the bars. */
  Summary: ComponentType<PanelProps & { fallback: ReactNode }>;
  preloadPanel: () => void;
  preloadSheet: () => void;
}
