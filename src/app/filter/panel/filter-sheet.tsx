import type { Feed } from '../../../model/edition.ts';
import { strings } from '../../i18n/strings.ts';
import { closeSheet, Sheet } from '../../ui/sheet.tsx';
import FilterPanel from './filter-panel.tsx';

interface FilterSheetProps {
  feed: Feed;
  onClose: () => void;
}

/** The filter panel as a sheet. */
export default function FilterSheet({ feed, onClose }: FilterSheetProps) {
  return (
    <Sheet titleId="sheet-title" title={strings.topics} closeLabel={strings.close} onClose={onClose}>
      <FilterPanel feed={feed} onClose={closeSheet} />
    </Sheet>
  );
}
