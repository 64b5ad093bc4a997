import { useEffect, useRef } from 'react';
import { strings } from '../../i18n/strings.ts';
import type { StoryLink } from './story-links.ts';
import './source-link-items.css';

export interface SourceLinkItemsProps {
  links: StoryLink[];
  chosen: StoryLink;
  onClose: () => void;
}

/**
 * The links of an open source link menu. It closes on Escape, and when the reader clicks or focuses something outside
 * of it.
 */
export default function SourceLinkItems({ links, chosen, onClose }: SourceLinkItemsProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const button = list.current?.previousElementSibling as HTMLElement;
    const listeners = new AbortController();
    const closeOutside = ({ target }: Event): void => {
      if (![button, list.current].some((part) => part?.contains(target as Node))) onClose();
    };
    const closeOnEscape = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      onClose();
      button.focus();
    };
    document.addEventListener('pointerdown', closeOutside, listeners);
    document.addEventListener('focusin', closeOutside, listeners);
    document.addEventListener('keydown', closeOnEscape, listeners);
    return () => listeners.abort();
  }, [onClose]);
  return (
    <ul ref={list} className="link-menu-items">
      {links.map((link) => (
        <li key={link.kind} data-chosen={link === chosen || undefined}>
          <a href={link.url}>
            <span>{strings.links[link.kind]}</span> <bdi dir="ltr">{link.host}</bdi>
          </a>
        </li>
      ))}
    </ul>
  );
}
