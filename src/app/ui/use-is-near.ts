import { type RefObject, useEffect, useState } from 'react';

/** Whether an element has been in the viewport, or this far from it, while that was enabled. */
export function useIsNear(element: RefObject<Element | null>, margin = '0px', isEnabled = true): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    if (!element.current || !isEnabled) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) setIsNear(true);
      },
      { rootMargin: margin },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, margin, isEnabled]);
  return isNear;
}
