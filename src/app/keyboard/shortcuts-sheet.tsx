import { strings } from '../i18n/strings.ts';
import { chooseOption, useChosenOption } from '../reader/settings/settings.ts';
import { Sheet } from '../ui/sheet.tsx';
import { keyboardStrings as words } from './keyboard-strings.ts';

const SHORTCUTS: readonly { keys: string[]; action: string }[] = [
  { keys: ['j'], action: words.shortcuts.next },
  { keys: ['k'], action: words.shortcuts.previous },
  { keys: ['Enter'], action: words.shortcuts.open },
  { keys: ['o'], action: words.shortcuts.openOriginal },
  { keys: ['s'], action: words.shortcuts.save },
  { keys: ['m'], action: words.shortcuts.markRead },
  { keys: ['z'], action: words.shortcuts.undo },
  { keys: ['/'], action: words.shortcuts.search },
  { keys: ['t'], action: words.shortcuts.findTopic },
  { keys: ['g', 'h'], action: words.shortcuts.frontPage },
  { keys: ['Esc'], action: words.shortcuts.close },
  { keys: ['?'], action: words.shortcuts.help },
];

/** The sheet with the keyboard shortcuts, and a switch for the single-key ones. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet
      titleId="shortcuts-title"
      title={words.title}
      closeLabel={strings.close}
      className="shortcuts-sheet"
      onClose={onClose}
    >
      <dl className="shortcut-list">
        {SHORTCUTS.map(({ keys, action }) => (
          <div key={action}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
      <p className="shortcut-note">{words.related}</p>
      <ShortcutSwitch />
    </Sheet>
  );
}

function ShortcutSwitch() {
  return (
    <>
      <label className="shortcut-switch">
        <input
          type="checkbox"
          checked={useChosenOption('keys') === 'on'}
          aria-describedby="shortcut-switch-note"
          onChange={({ currentTarget }) => chooseOption('keys', currentTarget.checked ? 'on' : 'off')}
        />
        {words.switch}
      </label>
      <p id="shortcut-switch-note" className="shortcut-note">
        {words.switchNote}
      </p>
    </>
  );
}
