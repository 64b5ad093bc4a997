import type { ReactNode } from 'react';
import type { SettingName } from '../../reader/document/setting-options.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { offerUndo, perform } from '../../reader/undo/undo.ts';
import { SettingControl } from './setting-control.tsx';
import { settingsStrings as words } from './settings-strings.ts';

interface SettingsGroupProps {
  title: string;
  settings: readonly SettingName[];
  children?: ReactNode;
}

/** Settings that belong together, with a button that resets them. */
export function SettingsGroup({ title, settings, children }: SettingsGroupProps) {
  const stored = useReader('settings');
  const changed = settings.filter((name) => stored.has(name));
  return (
    <section className="settings-group">
      <div className="settings-head">
        <h2>{title}</h2>
        {changed.length > 0 && (
          <button type="button" className="settings-reset" onClick={() => reset(title, changed)}>
            {words.reset}
            <span className="sr-only">{`: ${title}`}</span>
          </button>
        )}
      </div>
      {settings.map((name) => (
        <SettingControl key={name} name={name} />
      ))}
      {children}
    </section>
  );
}

function reset(title: string, names: readonly SettingName[]): void {
  const defaults = names.map((name) => [name, null] as const);
  offerUndo(perform(words.wasReset({ group: title }), 'settings', defaults));
}
