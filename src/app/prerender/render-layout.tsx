import type { ReactNode } from 'react';
import type { SiteInfo } from '../../model/edition.ts';
import { filterPanels } from '../filter/panel/lazy-filter-panel.ts';
import { PageLayout } from '../layout/page-layout.tsx';
import type { Route } from '../navigation/routes.ts';
import { createPlaceholder, renderHtml } from './render-html.ts';

const PLACEHOLDER = createPlaceholder();
let last: { key: string; siteInfo: SiteInfo; parts: [before: string, after: string] } | undefined;

interface LayoutRequest {
  route: Route;
  siteInfo: SiteInfo;
  /** Adds the context providers. */
  addContext: (layout: ReactNode) => ReactNode;
}

/**
 * The HTML before and after the content of a page. Consecutive pages often share it, so the last one is cached. The
 * layout and the content are rendered separately, so no component may call `useId`, which counts within one rendering.
 */
export function renderLayout({ route, siteInfo, addContext }: LayoutRequest): [before: string, after: string] {
  const key = JSON.stringify(route.page === 'article' ? { page: route.page } : { ...route, number: 0 });
  if (last?.key !== key || last.siteInfo !== siteInfo) {
    const { body } = renderHtml(
      addContext(
        <PageLayout route={route} panels={filterPanels}>
          {PLACEHOLDER}
        </PageLayout>,
      ),
    );
    const [before = '', after = ''] = body.split(PLACEHOLDER);
    last = { key, siteInfo, parts: [before, after] };
  }
  return last.parts;
}
