import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

/**
 * Opens a sheet in a React root of its own, because every page can open it and none renders it. `render` gets the
 * function that removes the sheet.
 */
export function openSheet(render: (onClose: () => void) => ReactElement): void {
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  root.render(
    render(() => {
      root.unmount();
      element.remove();
    }),
  );
}
