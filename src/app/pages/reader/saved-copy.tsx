import { useEffect, useState } from 'react';
import type { ArticleLayout } from '../../article/article-layout.tsx';
import { useSite } from '../../data/site-context.ts';
import { formatLongDate } from '../../i18n/format-date.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { readKeptArticle } from '../../reader/actions/kept-articles.ts';
import type { KeptArticle } from '../../reader/document/kept-article.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { notFound } from '../../states/lazy-not-found.ts';
import type { NotFoundProps } from '../../states/not-found.tsx';
import { ArticleSkeleton } from '../../states/skeleton.tsx';
import { readerStrings } from './reader-strings.ts';
import { useReaderStore } from './use-reader-store.ts';
import './reader.css';

const words = readerStrings.saved;

interface SavedCopyProps {
  slug: string;
  /** Set if the paper does not have the story: what is not found, if the reader has no copy. */
  missing?: NotFoundProps['what'];
  Layout: typeof ArticleLayout;
}

/** The copy of a saved story that the browser has kept. */
export default function SavedCopy({ slug, missing, Layout }: SavedCopyProps) {
  const { site } = useSite();
  const isReady = useReaderStore();
  const story = useReader('saved').get(slug);
  const kept = useKeptArticle(slug);
  if (!isReady || kept === undefined) return <ArticleSkeleton />;
  if (!story) return <notFound.View what={missing ?? 'story'} />;
  const day = formatLongDate(new Date(story.savedAt).toISOString(), site);
  return (
    <Layout summary={{ ...story, slug }} article={kept ? { ...story, slug, images: [], ...kept } : undefined}>
      <p className="copy-note" {...interfaceAttributes}>
        {missing && `${words.withdrawn} `}
        {words.copyNote({ day })}
        {!kept && ` ${words.noBody}`}
      </p>
    </Layout>
  );
}

/** What is kept of an article. `null` if nothing is, `undefined` while loading. */
function useKeptArticle(slug: string): KeptArticle | null | undefined {
  const [kept, setKept] = useState<KeptArticle | null>();
  useEffect(() => {
    void readKeptArticle(slug).then((article) => setKept(article ?? null));
  }, [slug]);
  return kept;
}
