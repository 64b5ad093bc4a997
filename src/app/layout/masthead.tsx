import { AppLink } from '../app-link.tsx';
import { useEdition } from '../edition-context.ts';
import { formatCount, formatLongDate } from '../format-date.ts';
import { frontPath, settingsPath } from '../routes.ts';
import { strings } from '../strings.ts';
import { Icon } from './icon.tsx';
import { PageHeading } from './page-heading.tsx';

const LONG_TITLE = 18;

/** The head of every page: the date of the newest story, the nameplate, the tools. */
export function Masthead({ isFrontPage }: { isFrontPage: boolean }) {
  const { site, newestAt, total } = useEdition();
  const size = site.title.length > LONG_TITLE ? 'nameplate nameplate-long' : 'nameplate';
  return (
    <header className="masthead">
      <p className="masthead-date">
        {total > 0 && <b suppressHydrationWarning>{formatLongDate(newestAt, site)}</b>}
        {isFrontPage && <span>{strings.stories(total, formatCount(total, site.language))}</span>}
      </p>
      {isFrontPage ? (
        <PageHeading className={size} dir="auto">
          {site.title}
        </PageHeading>
      ) : (
        <p className={size} dir="auto">
          <AppLink to={frontPath} aria-label={strings.home(site.title)}>
            {site.title}
          </AppLink>
        </p>
      )}
      <nav className="masthead-tools" aria-label={strings.tools}>
        <AppLink to={settingsPath} className="tool">
          <Icon name="settings" />
          <span className="max-desk:sr-only">{strings.settings}</span>
        </AppLink>
      </nav>
    </header>
  );
}
