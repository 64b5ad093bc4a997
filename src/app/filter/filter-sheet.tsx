import { useEffect, useRef } from 'react';
import { Icon } from '../layout/icon.tsx';
import { strings } from '../strings.ts';
import '../layout/sheet.css';
import FilterPanel, { type FilterPanelProps } from './filter-panel.tsx';

/** The filter panel as a sheet from the bottom. A dialog of the platform: it keeps the focus and closes on Escape. */
export default function FilterSheet({ feed, onClose }: FilterPanelProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => dialog.current?.close();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="sheet-title" onClose={onClose}>
      <div className="sheet-head">
        <h2 id="sheet-title">{strings.topics}</h2>
        <button type="button" className="tool" onClick={close}>
          <Icon name="close" />
          <span className="sr-only">{strings.close}</span>
        </button>
      </div>
      <FilterPanel feed={feed} onClose={close} />
    </dialog>
  );
}
