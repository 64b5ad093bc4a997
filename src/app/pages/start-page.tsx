import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Router } from 'wouter';
import type { Edition } from '../../model/edition.ts';
import { AppLink } from '../app-link.tsx';
import { EditionProvider } from '../edition-context.ts';
import { PageTitle } from '../layout/page-title.tsx';
import { Shell } from '../layout/shell.tsx';
import { frontPath } from '../routes.ts';
import { StateMessage } from '../states/state-message.tsx';
import { strings } from '../strings.ts';

interface StartPageProps {
  queries: QueryClient;
  edition: Edition;
}

/** What stands at an address that is not pre-rendered until the app draws it; without script it says so. */
export function StartPage({ queries, edition }: StartPageProps) {
  const base = edition.site.basePath.replace(/\/$/, '');
  return (
    <QueryClientProvider client={queries}>
      <Router base={base} ssrPath={`${base}/404.html`}>
        <EditionProvider value={edition}>
          <PageTitle />
          <Shell route={{ page: 'not-found' }}>
            <noscript>
              <StateMessage title={strings.needsScript.title} help={strings.needsScript.help} headingLevel={1}>
                <AppLink to={frontPath} className="button button-primary">
                  {strings.toFrontPage}
                </AppLink>
              </StateMessage>
            </noscript>
          </Shell>
        </EditionProvider>
      </Router>
    </QueryClientProvider>
  );
}
