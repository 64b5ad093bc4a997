import { type ReactNode, useState } from 'react';
import type { Summary } from '../../model/article.ts';
import ArticleBody from '../article/body/article-body.tsx';
import { ArticleCard } from '../article/card/article-card.tsx';
import { ArticleHeader } from '../article/page/article-header.tsx';
import { strings } from '../i18n/strings.ts';
import { SearchForm } from '../navigation/search/search-form.tsx';
import { defaultOption } from '../reader/document/default-options.ts';
import { SETTINGS, type SettingOption } from '../reader/document/setting-options.ts';
import EmptyCollection from '../states/empty-collection.tsx';
import { PageFailed } from '../states/page-failed.tsx';
import { ListSkeleton } from '../states/skeleton.tsx';
import { SegmentedControl } from '../ui/segmented-control.tsx';
import { SAMPLE_BODY, SAMPLE_STORIES } from './sample-stories.ts';
import '../article/page/article.css';

/** The parts of pages in the look of the site, with sample texts. The layout around them is that of the site. */
export function PartsPage() {
  const [layout, setLayout] = useState(defaultOption('density'));
  const choose = (option: SettingOption<'density'>): void => {
    setLayout(option);
    const root = document.documentElement;
    if (option === SETTINGS.density[0]) root.removeAttribute('data-density');
    else root.setAttribute('data-density', option);
  };
  const [lead] = SAMPLE_STORIES;
  return (
    <>
      <h1 className="collection-title">Parts</h1>
      <Part name="List">
        <SegmentedControl
          legend="Layout"
          name="layout"
          options={SETTINGS.density}
          labels={strings.listLayouts}
          chosen={layout}
          onChoose={choose}
        />
        <ol className="stories" data-lead="picture" data-whole>
          {SAMPLE_STORIES.map((story) => (
            <li key={story.slug}>
              <Card story={story} />
            </li>
          ))}
        </ol>
      </Part>
      <Part name="Article">
        <article className="article">
          {lead && <ArticleHeader article={lead} language={{}} />}
          <div className="article-main">
            <ArticleBody body={SAMPLE_BODY} title="Parts" />
          </div>
        </article>
      </Part>
      <Part name="Controls">
        <p className="flex flex-wrap gap-3">
          <button type="button" className="button button-primary">
            {strings.tryAgain}
          </button>
          <button type="button" className="button">
            {strings.toFrontPage}
          </button>
        </p>
        <SearchForm />
      </Part>
      <Part name="States">
        <EmptyCollection collection={{ kind: 'topic', slug: 'harbour' }} />
        <PageFailed />
        <ListSkeleton />
      </Part>
    </>
  );
}

const Part = ({ name, children }: { name: string; children: ReactNode }) => (
  <section className="py-4" aria-label={name}>
    <h2 className="group-heading">
      <span>{name}</span>
    </h2>
    {children}
  </section>
);

const Card = ({ story }: { story: Summary }) => (
  <ArticleCard article={story} now={undefined} preferred="origin" priority="early" isRead={story.slug === 'read'} />
);
