import { Icon } from '../layout/icon.tsx';
import { strings } from '../strings.ts';
import type { StoryLink } from './story-links.ts';

/** Attributes of every link to another host: it learns neither who links to it nor gets a hold on our window. */
export const outbound = { rel: 'noopener noreferrer', referrerPolicy: 'no-referrer' } as const;

/** The way to where a story can be read, with the host that the click leads to. */
export function WayOut({ link, title }: { link: StoryLink; title: string }) {
  return (
    <a className="way-out" href={link.url} {...outbound}>
      <span className="sr-only">{strings.readAt(title)} </span>
      <bdi dir="ltr">{link.host}</bdi>
      <Icon name="out" />
    </a>
  );
}
