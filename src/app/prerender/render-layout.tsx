import type { ReactNode } from 'react';
import { isArticle, type Route } from '../../model/addresses/routes.ts';
import { filterPanels } from '../filter/panel/lazy-filter-panel.tsx';
import { PageLayout } from '../layout/page-layout.tsx';
import { keep } from './keep.ts';
import { createPlaceholder, renderHtml } from './render-html.ts';

const PLACEHOLDER = createPlaceholder();
/** The pages of a collection follow each other, those of different collections alternate. */
const MAX_LAYOUTS = 500;

interface LayoutRequest {
  route: Route;
  /** Adds the context providers of the page. */
  addContext: (layout: ReactNode) => ReactNode;
}

/**
 * Returns a function that renders the HTML before and after the content of a page, once for all pages of a collection and
 * once for all articles. The layout and the content are rendered separately, so no component may call `useId`, which
 * counts within one rendering. The data of the site must be the same for all pages.
 */
export function createLayoutRenderer(): (request: LayoutRequest) => readonly [before: string, after: string] {
  return keep(MAX_LAYOUTS, layoutKey, ({ route, addContext }) => {
    const layout = (
      <PageLayout route={route} panels={filterPanels}>
        {PLACEHOLDER}
      </PageLayout>
    );
    const [before = '', after = ''] = renderHtml(addContext(layout)).body.split(PLACEHOLDER);
    return [before, after];
  });
}

const layoutKey = ({ route }: LayoutRequest): string =>
  JSON.stringify(isArticle(route) ? { page: route.page } : { ...route, number: 0 });
