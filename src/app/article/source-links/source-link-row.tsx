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
        <small>
          {`${sourceLinkStrings.via} `}
          <bdi dir="ltr">{host}</bdi>
        </small>
      ) : (
        <bdi dir="ltr">{host}</bdi>
      )}
    </a>
  );
}
