import { createRoot } from 'react-dom/client';
import css from './keyboard.css?inline';
import { ShortcutsSheet } from './shortcuts-sheet.tsx';

// Adopted, not linked: the first load then need not know of it.
const styles = new CSSStyleSheet();
styles.replaceSync(css);
document.adoptedStyleSheets.push(styles);

/** Shows the keys over the page. The sheet is a tree of its own: no page has it, and any may ask for it. */
export function openShortcutsSheet(): void {
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  const remove = (): void => {
    root.unmount();
    place.remove();
  };
  root.render(<ShortcutsSheet onClose={remove} />);
}
