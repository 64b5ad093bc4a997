import { createElement, type ReactNode, Suspense, useEffect } from 'react';
import type { BodyElement, BodyNode } from '../../../model/body.ts';
import { imageUrl } from '../../data/image-url.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { scrollToFragment } from '../../navigation/scroll-restoration.ts';
import { videoPlayer } from '../video/lazy-video-player.ts';
import { articleStrings } from './article-strings.ts';

/** The body of an article, rendered from a tree of elements. No HTML string reaches the browser. */
export function ArticleBody({ body, title }: { body: BodyNode[]; title: string }) {
  useEffect(scrollToFragment, []);
  return (
    <div className="prose" dir="auto">
      {renderNodes(body, title)}
    </div>
  );
}

const renderNodes = (nodes: BodyNode[], title: string): ReactNode[] =>
  nodes.map((node, index) => (typeof node === 'string' ? node : renderElement(node, index, title)));

function renderElement(element: BodyElement, key: number, title: string): ReactNode {
  const { tag, id, children, start, align, colSpan, rowSpan, callout } = element;
  const content = children && renderNodes(children, title);
  switch (tag) {
    case 'a':
      return renderLink(element, key, content);
    case 'img':
      return renderImage(element, key);
    case 'video':
      return renderVideo(element, key, title);
    case 'li':
      return (
        <li key={key} id={id} className={element.checked === undefined ? undefined : 'task'}>
          {element.checked !== undefined && renderCheckbox(element.checked)}
          {content}
        </li>
      );
    case 'table':
      return (
        // A wide table scrolls, and only a focusable element can be scrolled by keyboard.
        <div key={key} className="wide-table" tabIndex={0} role="group">
          <table id={id}>{content}</table>
        </div>
      );
    case 'pre':
      return (
        // Long lines of code scroll too.
        <pre key={key} id={id} tabIndex={0}>
          {content}
        </pre>
      );
    case 'section':
      return (
        <section key={key} className="footnotes" role="doc-endnotes" aria-label={articleStrings.footnotes}>
          {content}
        </section>
      );
    default: {
      const attributes = { key, id, start, colSpan, rowSpan, 'data-align': align, 'data-callout': callout };
      return createElement(tag, attributes, content);
    }
  }
}

function renderLink({ id, href, to, note, children = [] }: BodyElement, key: number, content: ReactNode): ReactNode {
  if (to !== undefined) {
    return (
      <AppLink key={key} id={id} to={to}>
        {content}
      </AppLink>
    );
  }
  if (note === undefined) {
    return (
      <a key={key} id={id} href={href && linkUrl(href)}>
        {content}
      </a>
    );
  }
  const label = note === 'back' ? articleStrings.backToText : articleStrings.footnote(String(children[0]));
  return (
    <a key={key} id={id} href={href} role={note === 'back' ? 'doc-backlink' : 'doc-noteref'} aria-label={label}>
      {content}
    </a>
  );
}

/** A link inside the page, a URL, or the path of a file below the base path. */
const linkUrl = (href: string): string => (/^(?:#|[a-z]+:)/.test(href) ? href : imageUrl({ url: href }));

function renderImage({ src = '', alt = '', ...attributes }: BodyElement, key: number): ReactNode {
  const { title, width, height } = attributes;
  return <img key={key} src={imageUrl({ url: src })} alt={alt} {...{ title, width, height }} loading="lazy" />;
}

function renderVideo({ video }: BodyElement, key: number, title: string): ReactNode {
  if (!video) return null;
  return (
    <Suspense key={key} fallback={<div className="figure video" />}>
      <videoPlayer.View video={video} image={undefined} title={title} />
    </Suspense>
  );
}

/** Not a form control for readers: it only shows whether the task is done. */
const renderCheckbox = (checked: boolean): ReactNode => (
  <input
    type="checkbox"
    disabled
    checked={checked}
    aria-label={checked ? articleStrings.taskDone : articleStrings.taskOpen}
  />
);
