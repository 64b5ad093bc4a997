import { createElement, type ReactNode } from 'react';
import type { BodyElement, BodyNode } from '../../../model/body.ts';
import { imageUrl } from '../../data/image-url.ts';

/** An article's body, drawn from its tree: no HTML string reaches the browser. */
export function ArticleBody({ body }: { body: BodyNode[] }) {
  return (
    <div className="prose" dir="auto">
      {draw(body)}
    </div>
  );
}

const draw = (nodes: BodyNode[]): ReactNode[] =>
  nodes.map((node, index) => (typeof node === 'string' ? node : drawElement(node, index)));

function drawElement({ tag, children, ...given }: BodyElement, key: number): ReactNode {
  const content = children && draw(children);
  if (tag === 'a') {
    return (
      <a key={key} href={given.href}>
        {content}
      </a>
    );
  }
  if (tag === 'img') {
    const { src = '', alt = '', width, height } = given;
    return <img key={key} src={imageUrl({ url: src })} alt={alt} {...{ width, height }} loading="lazy" />;
  }
  if (tag === 'table') {
    return (
      // A wide table scrolls by itself, so it must be reachable by keyboard.
      <div key={key} className="wide-table" tabIndex={0} role="group">
        <table>{content}</table>
      </div>
    );
  }
  if (tag === 'pre') {
    return (
      // As wide a line of code as can be: it scrolls by itself too.
      <pre key={key} tabIndex={0}>
        {content}
      </pre>
    );
  }
  const { start, align } = given;
  return createElement(tag, { key, ...(start && { start }), ...(align && { 'data-align': align }) }, content);
}
