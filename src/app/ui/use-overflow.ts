import { type RefObject, useEffect } from 'react';

/**
 * Removes the children of a list that overflow its first line from view and from the tab order. The list wraps, and CSS
 * clips the other lines, so without JavaScript they are not visible either.
 */
export function useOverflow(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio } of entries) {
          (target as HTMLElement).style.visibility = intersectionRatio > 0.9 ? '' : 'hidden';
        }
      },
      { root: box, threshold: [0, 0.9, 1] },
    );
    for (const child of box.children) observer.observe(child);
    return () => observer.disconnect();
  });
}
