import type { CollectionId } from '../../../model/edition.ts';
import { strings } from '../../i18n/strings.ts';
import { closeSheet, Sheet } from '../../ui/sheet.tsx';
import { filterStrings } from '../filter-strings.ts';
import FilterPanel from './filter-panel.tsx';

interface FilterSheetProps {
  collection: CollectionId;
  onClose: () => void;
}

/** The filter panel as a sheet. */
export default function FilterSheet({ collection, onClose }: FilterSheetProps) {
  return (
    <Sheet titleId="sheet-title" title={filterStrings.title} closeLabel={strings.close} onClose={onClose}>
      <FilterPanel collection={collection} onClose={closeSheet} />
    </Sheet>
  );
}
