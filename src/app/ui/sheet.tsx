import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';
import './sheet.css';

/** Closes the sheet that is open, as Escape does: the focus goes back to where it was. */
export const closeSheet = (): void => document.querySelector<HTMLDialogElement>('dialog.sheet[open]')?.close();

interface SheetProps {
  /** The id of its title. */
  titleId: string;
  title: string;
  closeLabel: string;
  className?: string;
  onClose: () => void;
  children: ReactNode;
}

/** A sheet from the bottom. A dialog of the platform: it keeps the focus, gives it back and closes on Escape. */
export function Sheet({ titleId, title, closeLabel, className = '', onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // The way back in history leads to another page, where it would be in the way.
    window.addEventListener('popstate', closeSheet);
    return () => window.removeEventListener('popstate', closeSheet);
  }, []);
  return (
    <dialog ref={dialog} className={`sheet ${className}`} aria-labelledby={titleId} onClose={onClose}>
      <div className="sheet-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="tool" onClick={closeSheet}>
          <Icon name="close" />
          <span className="sr-only">{closeLabel}</span>
        </button>
      </div>
      {children}
    </dialog>
  );
}
