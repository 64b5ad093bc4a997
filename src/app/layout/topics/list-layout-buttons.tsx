import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { LIST_LAYOUTS, setListLayout, useListLayout } from '../../reader/settings/list-layout.ts';

/** Buttons for the layout of lists: cards, list, headlines. */
export function ListLayoutButtons() {
  const listLayout = useListLayout();
  return (
    <span className="list-layout-buttons" role="group" aria-label={strings.listLayout} {...interfaceAttributes}>
      {LIST_LAYOUTS.map((each) => (
        <button
          key={each}
          type="button"
          className="tool"
          aria-label={strings.listLayouts[each]}
          aria-pressed={each === listLayout}
          onClick={() => setListLayout(each)}
        />
      ))}
    </span>
  );
}
