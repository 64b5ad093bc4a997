import { Icon } from '../layout/icon.tsx';
import { strings } from '../strings.ts';
import type { StoryLink } from './story-links.ts';

/** Attributes of every link to another host: it learns neither who links to it nor gets a hold on our window. */
export const outbound = { rel: 'noopener noreferrer', referrerPolicy: 'no-referrer' } as const;

interface WayOutProps {
  link: StoryLink;
  title: string;
  className?: string;
}

/** The way to where a story can be read, with the host that the click leads to. */
export function WayOut({ link, title, className = 'way-out' }: WayOutProps) {
  return (
    <a className={className} href={link.url} {...outbound}>
      <span className="sr-only">{strings.readAt(title)} </span>
      <span className="host">
        <bdi dir="ltr">{link.host}</bdi>
      </span>
      <Icon name="out" />
    </a>
  );
}
