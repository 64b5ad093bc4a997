import type { Summary } from '../../../model/article.ts';
import { strings } from '../../i18n/strings.ts';
import { useNow } from '../../ui/use-now.ts';
import { isFeedRedirect } from './feed-redirect.ts';
import { WayRow } from './source-link-row.tsx';
import { sourceLinkStrings } from './source-link-strings.ts';
import { hostOf, type StoryLink } from './story-links.ts';
import { archiveUrl } from './web-archive-url.ts';

const YEAR = 365 * 86_400_000;

interface NotLoadingProps {
  article: Summary;
  links: StoryLink[];
}

/** Other ways to a story whose address may lead nowhere by now: it is old, or a feed's. Nothing is asked before a click. */
export function NotLoading({ article, links }: NotLoadingProps) {
  const now = useNow();
  const isOld = now !== undefined && now - Date.parse(article.publishedAt) > YEAR;
  const [first] = links;
  if (!first || !(isOld || isFeedRedirect(first.url))) return null;
  const amp = links.find(({ kind }) => kind === 'amp');
  const copy = archiveUrl(first.url, article.publishedAt);
  return (
    <details className="not-loading">
      <summary className="text-[.8125rem] text-ink-2 underline">{sourceLinkStrings.notLoading}</summary>
      <p className="pb-1 text-[.8125rem] text-ink-2">{sourceLinkStrings.notLoadingHelp}</p>
      <ul>
        {amp && (
          <li>
            <WayRow name={strings.links.amp} url={amp.url} host={amp.host} />
          </li>
        )}
        <li>
          <WayRow name={sourceLinkStrings.archiveCopy} url={copy} host={hostOf(copy)} />
        </li>
      </ul>
    </details>
  );
}
