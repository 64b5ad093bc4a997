import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { articlePath, frontPath, settingsPath } from '../../../model/addresses/permalinks.ts';
import type { Site } from '../../../model/site.ts';
import { imageUrl } from '../../data/image-url.ts';
import { editionQuery } from '../../data/queries.ts';
import { useSite } from '../../data/site-context.ts';
import { formatDate, formatLongDate } from '../../i18n/format-date.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { PageHeading } from '../../navigation/page-heading.tsx';
import { useCurrentTime } from '../../ui/use-current-time.ts';
import { SavedLink } from './saved-link.tsx';
import { SearchLink } from './search-link.tsx';

const LONG_TITLE = 18;
const TWO_DAYS = 2 * 86_400_000;

interface MastheadProps {
  isFrontPage: boolean;
  /** Whether the nameplate is the heading of the page. */
  hasTitle: boolean;
}

/** The nameplate and the tools. On the front page also the date of the newest story. */
export const Masthead = memo(function Masthead({ isFrontPage, hasTitle }: MastheadProps) {
  const { site, pages = [] } = useSite();
  const menu = pages.filter(({ isInMenu, isDraft }) => isInMenu && !isDraft);
  const size = site.title.length > LONG_TITLE ? 'nameplate nameplate-long' : 'nameplate';
  return (
    <header className="masthead">
      {isFrontPage && <EditionDate site={site} />}
      {hasTitle ? (
        <PageHeading className={size}>
          <Nameplate site={site} />
        </PageHeading>
      ) : (
        <p className={size}>
          <AppLink to={frontPath} aria-label={strings.home({ title: site.title })}>
            <Nameplate site={site} />
          </AppLink>
        </p>
      )}
      <nav className="masthead-tools" aria-label={strings.tools} {...interfaceAttributes}>
        <SearchLink />
        <SavedLink />
        <AppLink to={settingsPath} className="tool">
          {strings.settings}
        </AppLink>
      </nav>
      {menu.length > 0 && (
        <nav className="masthead-pages" aria-label={strings.pages}>
          {menu.map(({ slug, title }) => (
            <AppLink key={slug} to={articlePath(slug)}>
              {title}
            </AppLink>
          ))}
        </nav>
      )}
    </header>
  );
});

/** The title, or the pictures of it. The text takes their place if the reader has chosen no images. */
function Nameplate({ site: { title, nameplate } }: { site: Site }) {
  if (!nameplate) return title;
  const { light, dark } = nameplate;
  return (
    <>
      {[light, dark].map(
        (image) =>
          image && (
            // Lazy: the picture of the other theme is not fetched.
            <img
              key={image.url}
              src={imageUrl(image)}
              alt={title}
              width={image.width}
              height={image.height}
              loading={dark && 'lazy'}
            />
          ),
      )}
      <span>{title}</span>
    </>
  );
}

/** On the front page only: in the HTML of all pages it would change every page with each new story. */
function EditionDate({ site }: { site: Site }) {
  const { data: edition } = useQuery(editionQuery());
  const now = useCurrentTime();
  const isOld = edition && now && now - Date.parse(edition.newestAt) > TWO_DAYS;
  const latest = edition?.newestAt && strings.latest({ date: formatDate(edition.newestAt, site) });
  return (
    <p className="masthead-date" {...interfaceAttributes}>
      {edition && edition.total > 0 && (
        <>
          {edition.newestAt && (
            // CSS keeps the width of the text that may follow, so that nothing shifts.
            <b data-replaced={latest} suppressHydrationWarning>
              {isOld ? latest : formatLongDate(edition.newestAt, site)}
            </b>
          )}{' '}
          <span>{strings.stories({ count: edition.total })}</span>
        </>
      )}
    </p>
  );
}
