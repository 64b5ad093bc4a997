import { fillElements } from '../../i18n/fill-elements.tsx';
import { sourceLinkStrings } from './source-link-strings.ts';

interface SourceLinkRowProps {
  name: string;
  url: string;
  host: string;
  /** Whether the URL redirects to another host. */
  isRedirect?: boolean;
}

/** A link to the source of a story: its kind and its host. */
export function SourceLinkRow({ name, url, host, isRedirect = false }: SourceLinkRowProps) {
  return (
    <a href={url}>
      <span>{name}</span>{' '}
      {isRedirect ? (
        <small>{fillElements({ host: <bdi dir="ltr">{host}</bdi> }, sourceLinkStrings.via)}</small>
      ) : (
        <bdi dir="ltr">{host}</bdi>
      )}
    </a>
  );
}
