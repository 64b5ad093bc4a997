import { useEffect, useRef } from 'react';
import { Icon } from '../layout/icon.tsx';
import { KEYS, useStored, writeStored } from '../storage.ts';
import { strings } from '../strings.ts';
import '../layout/sheet.css';
import { keysStrings as words } from './keys-strings.ts';

/** What the keys do, and their switch. A dialog of the platform: it gives the focus back and closes on Escape. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => dialog.current?.close();
  useEffect(() => {
    dialog.current?.showModal();
    // The way back in history leads to another page, where it would be in the way.
    window.addEventListener('popstate', close);
    return () => window.removeEventListener('popstate', close);
  }, []);
  return (
    <dialog ref={dialog} className="sheet key-help" aria-labelledby="key-help-title" onClose={onClose}>
      <div className="sheet-head">
        <h2 id="key-help-title">{words.title}</h2>
        <button type="button" className="tool" onClick={close}>
          <Icon name="close" />
          <span className="sr-only">{strings.close}</span>
        </button>
      </div>
      <dl className="key-list">
        {words.keys.map(({ keys, meaning }) => (
          <div key={meaning}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <KeySwitch />
    </dialog>
  );
}

function KeySwitch() {
  return (
    <>
      <label className="key-switch">
        <input
          type="checkbox"
          checked={useStored(KEYS) !== 'off'}
          aria-describedby="key-switch-note"
          onChange={({ currentTarget }) => writeStored(KEYS, currentTarget.checked ? 'on' : 'off')}
        />
        {words.switch}
      </label>
      <p id="key-switch-note" className="mb-4 text-[.875rem] text-ink-3">
        {words.switchNote}
      </p>
    </>
  );
}
