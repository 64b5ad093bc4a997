import { createLoader } from '../loading/create-loader.ts';

/** The code of the keyboard shortcuts. The first key press loads it. */
export const keyboardLoader = createLoader(() => import('./keyboard.ts'));
