import { type ReactNode, useDeferredValue } from 'react';
import { hasFilter, isArticle, type Route } from '../../model/addresses/routes.ts';
import type { CollectionId } from '../../model/edition.ts';
import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';
import { useRoute } from '../navigation/use-route.ts';
import { Announcer } from './announcer.tsx';
import { Masthead } from './masthead/masthead.tsx';
import { PageFooter } from './page-footer.tsx';
import { BottomBar } from './topics/bottom-bar.tsx';
import type { FilterPanels } from './topics/filter-panels.ts';
import { TopicBar } from './topics/topic-bar.tsx';
import { TopicRail } from './topics/topic-rail.tsx';

const ALL: CollectionId = { kind: 'all' };

interface PageLayoutProps {
  /** Of the page. */
  route: Route;
  search?: string;
  panels: FilterPanels;
  /** The content of the page. */
  children: ReactNode;
}

/** The layout of every page: masthead, topics, footer. */
export function PageLayout({ route, search = '', panels, children }: PageLayoutProps) {
  const shown = collectionOf(route);
  // Bars and panels show a choice at once, and the page follows.
  const chosen = collectionOf(useRoute());
  const collection = shown && (chosen ?? shown);
  const isFrontPage = route.page === 'collection' && route.collection.kind === 'all';
  const isSearch = route.page === 'search';
  // The footer is out of view, so its change follows that of the stories.
  const hasFrontPageFooter = useDeferredValue(isFrontPage);
  return (
    <>
      <a href="#main" className="skip-link" {...interfaceAttributes}>
        {strings.skipLink}
      </a>
      <Masthead isFrontPage={isFrontPage} hasTitle={isFrontPage && !hasFilter(search)} />
      <TopicBar collection={collection} isSearch={isSearch} panels={panels} />
      <div className="columns" data-rail={collection && true}>
        {collection && <TopicRail collection={collection} panels={panels} />}
        <main id="main" className="page" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Announcer />
      <PageFooter isFrontPage={hasFrontPageFooter} />
      {/* The article page has a bottom bar of its own. */}
      {!isArticle(route) && <BottomBar collection={collection} isSearch={isSearch} panels={panels} />}
    </>
  );
}

/** The collection that a page shows a part of. */
function collectionOf(route: Route): CollectionId | undefined {
  if (route.page === 'search') return ALL;
  return route.page === 'collection' || route.page === 'archive' ? route.collection : undefined;
}
