import type { CollectionId } from '../../../model/edition.ts';
import { strings } from '../../i18n/strings.ts';
import { closeSheet, Sheet } from '../../ui/sheet.tsx';
import FilterPanel from './filter-panel.tsx';

interface FilterSheetProps {
  collection: CollectionId;
  onClose: () => void;
}

/** The filter panel as a sheet. */
export default function FilterSheet({ collection, onClose }: FilterSheetProps) {
  return (
    <Sheet titleId="sheet-title" title={strings.topics} closeLabel={strings.close} onClose={onClose}>
      <FilterPanel collection={collection} onClose={closeSheet} />
    </Sheet>
  );
}
