import { createRoot } from 'react-dom/client';
import { adoptStyles } from '../ui/adopt-styles.ts';
import css from './keyboard.css?inline';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';

adoptStyles(css);

/**
 * Opens the sheet with the shortcuts. It is a React root of its own, because every page can open it and none renders
 * it.
 */
export function openShortcutsSheet(): void {
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  const remove = (): void => {
    root.unmount();
    element.remove();
  };
  root.render(<ShortcutsSheet onClose={remove} />);
}
