import { type RefObject, useEffect } from 'react';

/**
 * Takes the children that do not fit whole into a list's box out of sight and out of the tab order. The list wraps and
 * cuts off its further lines, so without script they are out of sight all the same.
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
