/**
 * Runs `work` after the next paint; in a hidden tab, once it is shown. For work that would delay the paint of the control
 * that was pressed, https://web.dev/articles/optimize-inp.
 */
export const afterPaint = (work: () => void): void => void requestAnimationFrame(() => setTimeout(work));
