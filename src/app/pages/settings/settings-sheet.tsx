import { settingsPath } from '../../../model/addresses/permalinks.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import type { SettingName } from '../../reader/document/setting-options.ts';
import { afterPaint } from '../../ui/after-paint.ts';
import { openSheet } from '../../ui/open-sheet.tsx';
import { closeSheet, Sheet } from '../../ui/sheet.tsx';
import { SettingControl } from './setting-control.tsx';
import { settingsStrings as words } from './settings-strings.ts';
import './settings.css';

/** Those whose effect is seen on the page behind the sheet. */
const SETTINGS: readonly SettingName[] = [
  'theme',
  'text-size',
  'text-face',
  'line-spacing',
  'reading-width',
  'density',
  'dates',
];

/** Opens the settings of the look over the page that they change. */
export const openSettingsSheet = (): void => openSheet((onClose) => <SettingsSheet onClose={onClose} />);

function SettingsSheet({ onClose }: { onClose: () => void }) {
  return (
    <Sheet
      titleId="settings-title"
      title={strings.settings}
      closeLabel={strings.close}
      className="settings-sheet"
      onClose={onClose}
    >
      {SETTINGS.map((name) => (
        <SettingControl key={name} name={name} />
      ))}
      <AppLink to={settingsPath} className="button" onClick={() => afterPaint(closeSheet)}>
        {words.allSettings}
      </AppLink>
    </Sheet>
  );
}
