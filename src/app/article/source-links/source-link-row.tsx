import { Icon } from '../../ui/icon.tsx';
import { sourceLinkStrings } from './source-link-strings.ts';

interface SourceLinkRowProps {
  name: string;
  url: string;
  host: string;
  /** Whether the host only leads on to where the story is. */
  isRedirect?: boolean;
}

/** One way to where a story can be read: what it is, and the host that the click leads to or by way of. */
export function SourceLinkRow({ name, url, host, isRedirect = false }: SourceLinkRowProps) {
  return (
    <a href={url}>
      <span>{name}</span>{' '}
      <small>
        {isRedirect && `${sourceLinkStrings.via} `}
        <bdi dir="ltr">{host}</bdi>
      </small>
      <Icon name="out" />
    </a>
  );
}
