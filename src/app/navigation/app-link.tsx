import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { withBasePath } from '../data/base-path.ts';
import { navigateTo } from './scroll/scroll-restoration.ts';

/** How the app navigates. `view-transition.ts` replaces the functions when it has loaded. */
export const navigationHooks = {
  follow: (href: string, _link: Element): void => navigateTo(href),
  /** Called for `popstate`, before the router's own listener. */
  onPopState: (_event: PopStateEvent): void => {},
  /**
   * Renders the page of another address. The next frame paints the control that was pressed, the one after it the page:
   * in a task between them, the page would wait for the frame once more.
   */
  render: (update: () => void): void => {
    requestAnimationFrame(() => requestAnimationFrame(() => flushSync(update)));
  },
};

interface AppLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A permalink, see `model/addresses/permalinks.ts`. */
  to: string;
  children: ReactNode;
}

/** A link to a page of this site. The browser handles clicks that open a new tab or window. */
export function AppLink({ to, onClick, children, ...rest }: AppLinkProps) {
  const href = withBasePath(to);
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.button !== 0) return;
    onClick?.(event);
    if (event.defaultPrevented) return;
    event.preventDefault();
    navigationHooks.follow(href, event.currentTarget);
  };
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
