import { strings } from '../i18n/strings.ts';
import { KEYS, useStored, writeStored } from '../reader/storage.ts';
import { Sheet } from '../ui/sheet.tsx';
import { keysStrings as words } from './keyboard-strings.ts';

/** What the keys do, and their switch. */
export function HelpSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet
      titleId="key-help-title"
      title={words.title}
      closeLabel={strings.close}
      className="key-help"
      onClose={onClose}
    >
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
    </Sheet>
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
