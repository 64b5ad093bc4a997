import type { Summary } from '../../../model/article.ts';
import { useCurrentTime } from '../../ui/use-current-time.ts';
import { isFeedRedirect } from './feed-redirect.ts';
import { SourceLinkRow } from './source-link-row.tsx';
import { sourceLinkStrings } from './source-link-strings.ts';
import { hostOf, type StoryLink } from './story-links.ts';
import { webArchiveUrl } from './web-archive-url.ts';

const YEAR = 365 * 86_400_000;

interface LinkFallbackProps {
  article: Summary;
  links: StoryLink[];
}

/**
 * Alternatives for an origin URL that may be dead: the story is old, or the URL is a feed redirect. Makes no request.
 */
export function LinkFallback({ article, links }: LinkFallbackProps) {
  const now = useCurrentTime();
  const isOld = now !== undefined && now - Date.parse(article.publishedAt) > YEAR;
  const [first] = links;
  if (!first || !(isOld || isFeedRedirect(first.url))) return null;
  const amp = links.find(({ kind }) => kind === 'amp');
  const copy = webArchiveUrl(first.url, article.publishedAt);
  return (
    <details className="link-fallback">
      <summary className="text-[.8125rem] text-ink-2 underline">{sourceLinkStrings.notLoading}</summary>
      <p className="pb-1 text-[.8125rem] text-ink-2">{sourceLinkStrings.notLoadingHelp}</p>
      <ul>
        {amp && (
          <li>
            <SourceLinkRow name={sourceLinkStrings.links.amp} url={amp.url} host={amp.host} />
          </li>
        )}
        <li>
          <SourceLinkRow name={sourceLinkStrings.archivedCopy} url={copy} host={hostOf(copy)} />
        </li>
      </ul>
    </details>
  );
}
