import { createElement, type ReactNode } from 'react';
import type { BodyNode } from '../../model/body.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { linkUrl } from '../navigation/link-url.ts';

/** The publisher's text in the footer. It has fewer elements than the text of an article, whose code loads later. */
export const FooterText = ({ nodes }: { nodes: readonly BodyNode[] }) => (
  <div className="footer-text">{renderNodes(nodes)}</div>
);

const renderNodes = (nodes: readonly BodyNode[]): ReactNode[] =>
  nodes.map((node, key) => {
    if (typeof node === 'string') return node;
    const { tag, href, to, children } = node;
    const content = children && renderNodes(children);
    if (to === undefined) return createElement(tag, { key, href: href && linkUrl(href) }, content);
    return (
      <AppLink key={key} to={to}>
        {content}
      </AppLink>
    );
  });
