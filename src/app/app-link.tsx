import type { AnchorHTMLAttributes } from 'react';
import { Link } from 'wouter';

interface AppLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  /** A permalink from `routes.ts`. */
  to: string;
}

/** A link to a page of ours, in place. */
export function AppLink({ to, ...rest }: AppLinkProps) {
  return <Link href={to} {...rest} />;
}
