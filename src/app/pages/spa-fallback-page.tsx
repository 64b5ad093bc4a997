import { frontPath } from '../../model/addresses/permalinks.ts';
import { filterPanels } from '../filter/panel/lazy-filter-panel.tsx';
import { strings } from '../i18n/strings.ts';
import { PageLayout } from '../layout/page-layout.tsx';
import { AppLink } from '../navigation/app-link.tsx';
import { PageTitle } from '../navigation/page-title.tsx';
import { StateMessage } from '../states/state-message.tsx';
import { spaFallbackStrings } from './spa-fallback-strings.ts';

/**
 * The HTML for addresses that are not pre-rendered. The app renders the page; without JavaScript, a message says so.
 */
export function SpaFallbackPage() {
  return (
    <>
      <PageTitle />
      <PageLayout route={{ page: 'not-found' }} panels={filterPanels}>
        <noscript>
          <StateMessage title={spaFallbackStrings.title} help={spaFallbackStrings.help} headingLevel={1}>
            <AppLink to={frontPath} className="button button-primary">
              {strings.toFrontPage}
            </AppLink>
          </StateMessage>
        </noscript>
      </PageLayout>
    </>
  );
}
