import type { Summary } from '../../model/article.ts';
import { dayOf } from '../../model/calendar-day.ts';
import { ArticleCard } from '../article/card/article-card.tsx';
import { isLarge } from '../article/card/story-picture.tsx';
import { usePreferredLink } from '../article/source-links/story-links.ts';
import { useSite } from '../data/site-context.ts';
import { formatCount } from '../i18n/format-date.ts';
import { strings } from '../i18n/strings.ts';
import { useReadMarks } from '../reader/read-marks.ts';
import { ErrorBoundary } from '../states/error-boundary.tsx';
import { useNow } from '../ui/use-now.ts';
import { type ArticleGroup, groupArticles, type Period } from './group-articles.ts';
import { useIncrementalList } from './use-incremental-list.ts';

interface ArticleListProps {
  articles: Summary[];
  period: Period;
  /** An article that leads although it is not the newest. */
  lead?: Summary | undefined;
  /** Whether no more articles follow, so that the last group is complete. */
  isWhole: boolean;
  /** Whether a lead story opens the list. */
  hasLead?: boolean;
  /** The slug of the topic whose page the list stands on. */
  within?: string | undefined;
}

/** How many pictures are fetched with the page: those of the first row at any width. */
const EARLY_PICTURES = 4;

/** Articles, in the order given, under the headings of their days, months or years. */
export function ArticleList({ articles, period, lead, isWhole, hasLead = false, within }: ArticleListProps) {
  const { site } = useSite();
  const drawn = useIncrementalList(articles);
  const read = useReadMarks();
  const now = useNow();
  const preferred = usePreferredLink();
  const others = lead ? drawn.filter(({ slug }) => slug !== lead.slug) : drawn;
  const groups = groupArticles(others, period, site);
  if (lead && groups[0]) groups[0].articles.unshift(lead);
  const isComplete = (index: number): boolean => index < groups.length - 1 || (isWhole && drawn === articles);
  const placeOf = (groupIndex: number): number =>
    groups.slice(0, groupIndex).reduce((count, group) => count + group.articles.length, 0);
  return groups.map((group, groupIndex) => (
    <section key={group.key} className="group">
      <GroupHeading group={group} period={period} isWhole={isComplete(groupIndex)} />
      <ol
        className="stories"
        data-lead={(hasLead && groupIndex === 0 && isLarge(group.articles[0]?.image)) || undefined}
        data-whole={isComplete(groupIndex) || undefined}
      >
        {group.articles.map((article, index) => (
          <li key={article.slug}>
            <ErrorBoundary fallback={<p className="py-4 text-ink-2">{strings.failed.card}</p>}>
              <ArticleCard
                article={article}
                now={now}
                preferred={preferred}
                priority={priorityOf(placeOf(groupIndex) + index, hasLead)}
                within={within}
                isRead={read.has(article.slug)}
                isOfDay={period === 'day'}
              />
            </ErrorBoundary>
          </li>
        ))}
      </ol>
    </section>
  ));
}

interface GroupHeadingProps {
  group: ArticleGroup;
  period: Period;
  /** Whether all of its stories are there to be counted. */
  isWhole: boolean;
}

function GroupHeading({ group, period, isWhole }: GroupHeadingProps) {
  const { site } = useSite();
  const relativeDay = useRelativeDay(group.key, period);
  return (
    <h2 className="group-heading">
      <span suppressHydrationWarning>{group.heading}</span>
      {relativeDay && <span data-beside>{relativeDay}</span>}
      {isWhole && (
        <span className="group-count">
          {strings.stories(group.articles.length, formatCount(group.articles.length, site.language))}
        </span>
      )}
    </h2>
  );
}

/** `Today` or `Yesterday`, once the clock is known. */
function useRelativeDay(key: string, period: Period): string | undefined {
  const { site } = useSite();
  const now = useNow();
  if (!now || period !== 'day') return undefined;
  const dayAgo = (days: number): string => dayOf(new Date(now - days * 86_400_000).toISOString(), site);
  if (key === dayAgo(0)) return strings.today;
  return key === dayAgo(1) ? strings.yesterday : undefined;
}

function priorityOf(place: number, hasLead: boolean): 'lead' | 'early' | 'late' {
  if (place >= EARLY_PICTURES) return 'late';
  return hasLead && place === 0 ? 'lead' : 'early';
}
