import { strings } from '../../../i18n/strings.ts';
import { LIST_LAYOUTS, setListLayout, useListLayout } from '../../../reader/settings/list-layout.ts';
import { SegmentedControl } from '../../../ui/segmented-control.tsx';

/** The layout of lists. It is in the panel because the bars of phones have no space for it. */
export function ListLayoutChoice() {
  return (
    <SegmentedControl
      legend={strings.listLayout}
      name="list-layout"
      options={LIST_LAYOUTS}
      labels={strings.listLayouts}
      chosen={useListLayout()}
      onChoose={setListLayout}
    />
  );
}
