import { adoptStyles } from '../ui/adopt-styles.ts';
import { openSheet } from '../ui/open-sheet.tsx';
import css from './keyboard.css?inline';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';

adoptStyles(css);

/** Opens the sheet with the shortcuts. */
export const openShortcutsSheet = (): void => openSheet((onClose) => <ShortcutsSheet onClose={onClose} />);
