import { type ReactNode, useEffect, useRef } from 'react';
import { interfaceAttributes } from '../i18n/locale.ts';
import { Icon } from './icon.tsx';
import './sheet.css';

/** Closes the open sheet, as Escape does. The browser returns the focus to where it was. */
export const closeSheet = (): void => document.querySelector<HTMLDialogElement>('dialog.sheet[open]')?.close();

interface SheetProps {
  /** The id for the title element. */
  titleId: string;
  title: string;
  closeLabel: string;
  className?: string;
  onClose: () => void;
  children: ReactNode;
}

/** A bottom sheet: a modal `<dialog>`. The browser traps the focus, returns it, and closes the dialog on Escape. */
export function Sheet({ titleId, title, closeLabel, className = '', onClose, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Back and forward render another page, below the open sheet.
    window.addEventListener('popstate', closeSheet);
    return () => window.removeEventListener('popstate', closeSheet);
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`sheet ${className}`}
      aria-labelledby={titleId}
      onClose={onClose}
      {...interfaceAttributes}
    >
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
