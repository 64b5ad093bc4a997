import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react';
import { withBasePath } from '../data/base-path.ts';
import { navigateTo } from './scroll-restoration.ts';

/** How the reader gets from page to page: at once, until `move-headline.ts` has come. */
export const navigationHooks = {
  follow: (href: string, _link: Element): void => navigateTo(href),
  /** Hears that the reader goes back or forward before the router does. */
  onPopState: (_event: PopStateEvent): void => {},
};

interface AppLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A permalink, see `model/permalinks.ts`. */
  to: string;
  children: ReactNode;
}

/** A link to a page of ours, in place. A click that asks for a tab or a window of its own is the browser's. */
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
