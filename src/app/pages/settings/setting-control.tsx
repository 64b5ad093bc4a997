import { defaultOption } from '../../reader/document/default-options.ts';
import { SETTINGS, type SettingName } from '../../reader/document/setting-options.ts';
import { chooseOption, useChosenOption } from '../../reader/settings/settings.ts';
import { openStore } from '../../reader/store/reader-store.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { settingsStrings } from './settings-strings.ts';

/** The order in which the options stand, where it is not that of `SETTINGS`. */
const ORDER: { [Name in SettingName]?: readonly string[] } = {
  'text-size': ['small', 'normal', 'large', 'larger'],
  'reading-width': ['narrow', 'normal', 'wide'],
};

/** A setting: its options, and a sentence that says what it does. */
export function SettingControl({ name }: { name: SettingName }) {
  const { legend, note, options: labels } = settingsStrings.settings[name];
  const noteId = `${name}-note`;
  return (
    <div className="setting">
      <SegmentedControl
        name={name}
        legend={legend}
        options={ORDER[name] ?? optionsOf(name)}
        labels={labels}
        chosen={useChosenOption(name)}
        onChoose={(option) => choose(name, option)}
        noteId={noteId}
      />
      <p id={noteId} className="setting-note">
        {note}
      </p>
    </div>
  );
}

/** The options of a reader, and `own` first on a site with the publisher's typefaces. */
function optionsOf(name: SettingName): readonly string[] {
  const options: readonly string[] = SETTINGS[name];
  const own = defaultOption(name);
  return options.includes(own) ? options : [own, ...options];
}

function choose(name: SettingName, option: string): void {
  chooseOption(name, option as never);
  // A Content-Security-Policy can be added to a document, but not removed. The record must have the setting before.
  if (name === 'images') void openStore().then(() => location.reload());
}
