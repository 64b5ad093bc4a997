import { createElement, type ReactNode, useEffect } from 'react';
import type { BodyElement, BodyNode } from '../../../model/body.ts';
import type { languageAttributes } from '../../i18n/language-attributes.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { linkUrl } from '../../navigation/link-url.ts';
import { scrollToFragment } from '../../navigation/scroll/scroll-restoration.ts';
import { videoPlayer } from '../video/lazy-video-player.tsx';
import { BodyImage } from './body-image.tsx';
import { bodyStrings } from './body-strings.ts';
import './article-body.css';

export interface ArticleBodyProps {
  body: BodyNode[];
  /** The title of the article. */
  title: string;
  /** The attributes of the article's language. Without them, the first letter of the body decides its direction. */
  language?: ReturnType<typeof languageAttributes>;
}

/** The body of an article, rendered from a tree of elements. No HTML string reaches the browser. */
export default function ArticleBody({ body, title, language }: ArticleBodyProps) {
  useEffect(scrollToFragment, []);
  return (
    <div className="prose" dir="auto" {...language}>
      {renderNodes(body, title)}
    </div>
  );
}

const renderNodes = (nodes: BodyNode[], title: string): ReactNode[] =>
  nodes.map((node, index) => (typeof node === 'string' ? node : renderElement(node, index, title)));

function renderElement(element: BodyElement, key: number, title: string): ReactNode {
  const { tag, id, children, start, align, colSpan, rowSpan, callout } = element;
  const content = children && renderNodes(children, title);
  if (tag === 'a') return renderLink(element, key, content);
  if (tag === 'img') return renderImage(element, key);
  if (tag === 'video') return renderVideo(element, key, title);
  if (tag === 'table' || tag === 'pre') return renderScrolling(element, key, content);
  if (tag === 'li' && element.checked !== undefined) return renderTask(element, key, content);
  if (tag === 'section') {
    return (
      <section key={key} className="footnotes" role="doc-endnotes" aria-label={bodyStrings.footnotes}>
        {content}
      </section>
    );
  }
  const attributes = { key, id, start, colSpan, rowSpan, 'data-align': align, 'data-callout': callout };
  return createElement(tag, attributes, content);
}

/** A wide table and long lines of code scroll, and only a focusable element can be scrolled by keyboard. */
function renderScrolling({ tag, id }: BodyElement, key: number, content: ReactNode): ReactNode {
  if (tag === 'pre') {
    return (
      <pre key={key} id={id} tabIndex={0}>
        {content}
      </pre>
    );
  }
  return (
    <div key={key} className="wide-table" tabIndex={0} role="group">
      <table id={id}>{content}</table>
    </div>
  );
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
  const [number] = children;
  const label =
    note === 'back' || typeof number !== 'string' ? bodyStrings.backToText : bodyStrings.footnote({ number });
  return (
    <a
      key={key}
      id={id}
      href={href && linkUrl(href)}
      role={note === 'back' ? 'doc-backlink' : 'doc-noteref'}
      aria-label={label}
    >
      {content}
    </a>
  );
}

const renderImage = ({ src = '', alt = '', title, width, height }: BodyElement, key: number): ReactNode => (
  <BodyImage key={key} {...{ src, alt, title, width, height }} />
);

function renderVideo({ video }: BodyElement, key: number, title: string): ReactNode {
  if (!video) return null;
  return <videoPlayer.View key={key} video={video} image={undefined} title={title} />;
}

/** The checkbox only shows whether the task is done. */
function renderTask({ id, checked }: BodyElement, key: number, content: ReactNode): ReactNode {
  const label = checked ? bodyStrings.taskDone : bodyStrings.taskOpen;
  return (
    <li key={key} id={id} className="task">
      <input type="checkbox" disabled checked={checked} aria-label={label} />
      {content}
    </li>
  );
}
