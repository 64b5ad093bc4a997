import { createElement, type ReactNode } from 'react';
import type { BodyElement, BodyNode } from '../../../model/body.ts';
import { imageUrl } from '../../data/image-url.ts';

/** The body of an article, rendered from a tree of elements. No HTML string reaches the browser. */
export function ArticleBody({ body }: { body: BodyNode[] }) {
  return (
    <div className="prose" dir="auto">
      {renderNodes(body)}
    </div>
  );
}

const renderNodes = (nodes: BodyNode[]): ReactNode[] =>
  nodes.map((node, index) => (typeof node === 'string' ? node : renderElement(node, index)));

function renderElement({ tag, children, ...attributes }: BodyElement, key: number): ReactNode {
  const content = children && renderNodes(children);
  if (tag === 'a') {
    return (
      <a key={key} href={attributes.href}>
        {content}
      </a>
    );
  }
  if (tag === 'img') {
    const { src = '', alt = '', width, height } = attributes;
    return <img key={key} src={imageUrl({ url: src })} alt={alt} {...{ width, height }} loading="lazy" />;
  }
  if (tag === 'table') {
    return (
      // A wide table scrolls, and only a focusable element can be scrolled by keyboard.
      <div key={key} className="wide-table" tabIndex={0} role="group">
        <table>{content}</table>
      </div>
    );
  }
  if (tag === 'pre') {
    return (
      // Long lines of code scroll too.
      <pre key={key} tabIndex={0}>
        {content}
      </pre>
    );
  }
  const { start, align } = attributes;
  return createElement(tag, { key, ...(start && { start }), ...(align && { 'data-align': align }) }, content);
}
