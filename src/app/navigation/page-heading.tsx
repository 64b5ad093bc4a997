import type { ReactNode } from 'react';
import { focusHeading } from './scroll/scroll-restoration.ts';

interface PageHeadingProps {
  children: ReactNode;
  className?: string;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  'data-words'?: string | undefined;
}

/** The heading of a page. It gets the focus when the reader navigates to the page by a link. */
export function PageHeading(props: PageHeadingProps) {
  return <h1 ref={focusHeading} tabIndex={-1} {...props} />;
}
