import { useEffect, useState } from 'react';
import { collectionPath } from '../../../model/addresses/permalinks.ts';
import type { Summary } from '../../../model/article.ts';
import { ArticleList } from '../../collection/article-list.tsx';
import { findKeptSummary, type KeptCollection, readKeptArticles, readKeptCollections } from '../../data/kept-files.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { offlinePageStrings as words } from './offline-page-strings.ts';

export interface KeptStoriesProps {
  /** The article that the page is about. */
  slug?: string;
  /** Called with what a list on the device knows of it. */
  onSummary?: (summary: Summary) => void;
}

/** What can be read without a connection: the lists and the stories that the service worker has kept. */
export default function KeptStories({ slug, onSummary }: KeptStoriesProps) {
  const [articles, setArticles] = useState<Summary[]>([]);
  const [collections, setCollections] = useState<KeptCollection[]>([]);
  useEffect(() => {
    // Without the code that checks files, nothing is listed.
    readKeptArticles().then(setArticles, () => {});
    readKeptCollections().then(setCollections, () => {});
  }, []);
  useEffect(() => {
    if (slug === undefined) return;
    findKeptSummary(slug).then(
      (summary) => summary && onSummary?.(summary),
      () => {},
    );
  }, [slug, onSummary]);
  return (
    <>
      {collections.length > 0 && (
        <nav className="pb-8" aria-labelledby="kept-lists">
          <h2 id="kept-lists" className="state-title" {...interfaceAttributes}>
            {words.keptLists}
          </h2>
          <ul className="mt-3 flex flex-wrap gap-3">
            {collections.map(({ id, name }) => (
              <li key={collectionPath(id)}>
                <AppLink to={collectionPath(id)} className="button" {...(name === undefined && interfaceAttributes)}>
                  {name ?? strings.allStories}
                </AppLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {articles.length > 0 && (
        <section aria-labelledby="kept-stories">
          <h2 id="kept-stories" className="state-title mb-3" {...interfaceAttributes}>
            {words.keptStories}
          </h2>
          <ArticleList articles={articles} period={undefined} isComplete />
        </section>
      )}
    </>
  );
}
