import { Fragment, useContext, useMemo } from 'react';
import type { Summary } from '../../model/article.ts';
import { dayOf } from '../../model/calendar-day.ts';
import { isLarge } from '../article/card/story-image.tsx';
import { usePreferredLinkKind } from '../article/source-links/story-links.ts';
import { useTools } from '../article/tools/load-tools.ts';
import { useSite } from '../data/site-context.ts';
import { formatCount } from '../i18n/format-date.ts';
import { strings } from '../i18n/strings.ts';
import { useReader } from '../reader/state/use-reader.ts';
import { ErrorBoundary } from '../states/error-boundary.tsx';
import { useCurrentTime } from '../ui/use-current-time.ts';
import { CardComponent } from './card-component.ts';
import { type ArticleGroup, groupArticles, type Period } from './group-articles.ts';
import { useHiddenStories } from './use-hidden-stories.ts';
import { useIncrementalList } from './use-incremental-list.ts';

interface ArticleListProps {
  articles: Summary[];
  period: Period;
  /** An article that is shown first although it is not the newest. */
  lead?: Summary | undefined;
  /** Whether no articles follow, so that the last group has all of its articles. */
  isComplete: boolean;
  /** Whether the newest articles are first, so that those since the last visit are at the top. */
  isNewestFirst?: boolean;
  /** Whether the first article is a lead story. */
  hasLead?: boolean;
  /** The slug of the topic, on a topic page. */
  pageTopic?: string | undefined;
}

/** How many images are fetched with the page: those of the first row at any width. */
const EARLY_IMAGES = 4;

/** A list of articles, grouped under headings of days, months or years. */
export function ArticleList(props: ArticleListProps) {
  const { articles, period, lead, isComplete, isNewestFirst = false, hasLead = false, pageTopic } = props;
  const { site } = useSite();
  const Card = useContext(CardComponent);
  const { isHidden, isKept, show } = useHiddenStories();
  const hidden = isHidden ? articles.filter(isHidden) : [];
  const listed = useMemo(
    () => (isHidden && !isKept ? articles.filter((article) => !isHidden(article)) : articles),
    [articles, isHidden, isKept],
  );
  const rendered = useIncrementalList(listed);
  const read = useReader('read');
  const saved = useReader('saved');
  const tools = useTools();
  const now = useCurrentTime();
  const preferred = usePreferredLinkKind();
  const visits = useReader('visits');
  const others = lead ? rendered.filter(({ slug }) => slug !== lead.slug) : rendered;
  const firstSeen = isNewestFirst ? tools?.findFirstSeen(others, visits) : undefined;
  const groups = groupArticles(others, period, site);
  if (lead && groups[0] && !(isHidden?.(lead) && !isKept)) groups[0].articles.unshift(lead);
  const isGroupComplete = (index: number): boolean => index < groups.length - 1 || (isComplete && rendered === listed);
  /** The index of a group's first article in the list. */
  const firstIndexOf = (groupIndex: number): number =>
    groups.slice(0, groupIndex).reduce((count, group) => count + group.articles.length, 0);
  return (
    // Another list gets other elements: moving those of the pre-rendered one would be a layout shift.
    <Fragment key={String(isHidden === undefined || isKept)}>
      {groups.map((group, groupIndex) => (
        <section key={group.key} className="group">
          <GroupHeading group={group} period={period} isComplete={isGroupComplete(groupIndex)} />
          {tools && <tools.MarkGroupRead heading={group.heading} slugs={group.articles.map(({ slug }) => slug)} />}
          <ol
            className="stories"
            data-lead={(hasLead && groupIndex === 0 && isLarge(group.articles[0]?.image)) || undefined}
            data-whole={isGroupComplete(groupIndex) || undefined}
          >
            {group.articles.map((article, index) => (
              <li key={article.slug} hidden={isHidden?.(article)}>
                {tools && firstSeen?.slug === article.slug && <tools.NewSince {...firstSeen} />}
                <ErrorBoundary fallback={<p className="py-4 text-ink-2">{strings.failed.card}</p>}>
                  <Card
                    article={article}
                    now={now}
                    preferred={preferred}
                    priority={priorityOf(firstIndexOf(groupIndex) + index, hasLead)}
                    pageTopic={pageTopic}
                    isRead={read.has(article.slug)}
                    isSaved={saved.has(article.slug)}
                    Tools={tools?.CardTools}
                    showTime={period === 'day'}
                  />
                </ErrorBoundary>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {tools && hidden.length > 0 && (
        <tools.HiddenNote count={hidden.length} isAll={hidden.length === articles.length} onShow={show} />
      )}
    </Fragment>
  );
}

interface GroupHeadingProps {
  group: ArticleGroup;
  period: Period;
  /** Whether the group has all of its articles. Only then is their count shown. */
  isComplete: boolean;
}

function GroupHeading({ group, period, isComplete }: GroupHeadingProps) {
  const { site } = useSite();
  const relativeDay = useRelativeDay(group.key, period);
  return (
    <h2 className="group-heading">
      <span suppressHydrationWarning>{group.heading}</span>
      {relativeDay && <span data-beside>{relativeDay}</span>}
      {isComplete && (
        <span className="group-count">
          {strings.stories(group.articles.length, formatCount(group.articles.length, site.language))}
        </span>
      )}
    </h2>
  );
}

/** `today` or `yesterday`. `undefined` while hydrating, when the current time is not known. */
function useRelativeDay(key: string, period: Period): string | undefined {
  const { site } = useSite();
  const now = useCurrentTime();
  if (!now || period !== 'day') return undefined;
  const dayAgo = (days: number): string => dayOf(new Date(now - days * 86_400_000).toISOString(), site);
  if (key === dayAgo(0)) return strings.today;
  return key === dayAgo(1) ? strings.yesterday : undefined;
}

function priorityOf(index: number, hasLead: boolean): 'lead' | 'early' | 'late' {
  if (index >= EARLY_IMAGES) return 'late';
  return hasLead && index === 0 ? 'lead' : 'early';
}
