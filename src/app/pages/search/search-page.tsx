import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { preload } from 'react-dom';
import type { CollectionId } from '../../../model/edition.ts';
import { SEARCH_MANIFEST_FILE } from '../../../model/search/search-index.ts';
import { withBasePath } from '../../data/base-path.ts';
import { useSite } from '../../data/site-context.ts';
import { parseFilter } from '../../filter/address/filter.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { PageHeading } from '../../navigation/page-heading.tsx';
import { PageTitle } from '../../navigation/page-title.tsx';
import { notFound } from '../../states/lazy-not-found.ts';
import { SearchResults } from './results/search-results.tsx';
import { searchStrings as words } from './results/search-strings.ts';
import { startSearchOfAddress } from './results/start-search.ts';
import { SearchField } from './search-field.tsx';
import { SearchIntro } from './search-intro.tsx';
import './search.css';

const ALL: CollectionId = { kind: 'all' };

/** A field for a query, and the stories that match. `search`: the query of the address, with its `?`. */
export default function SearchPage({ search }: { search: string }) {
  const { site } = useSite();
  const client = useQueryClient();
  // In the HTML it is a link, so that the manifest arrives with the code.
  preload(withBasePath(SEARCH_MANIFEST_FILE), { as: 'fetch', crossOrigin: 'anonymous' });
  // The query of the address is rendered after hydration. Its search need not wait for that.
  useState(() => startSearchOfAddress(client));
  const filter = useMemo(() => parseFilter(ALL, search), [search]);
  if (site.hasNoSearch) return <notFound.View what="page" />;
  return (
    <>
      <PageTitle title={filter.query === undefined ? words.title : words.resultsTitle({ query: filter.query })} />
      <header className="search-header">
        <PageHeading className="collection-title" {...interfaceAttributes}>
          {words.title}
        </PageHeading>
        <SearchField />
      </header>
      {filter.query === undefined ? <SearchIntro /> : <SearchResults address={filter} query={filter.query} />}
    </>
  );
}
