import { type ComponentType, Fragment, useContext, useState } from 'react';
import type { Summary } from '../../model/article.ts';
import { dayOf } from '../../model/calendar-day.ts';
import type { EventCard } from '../../model/edition.ts';
import { dropFailedImages, isLarge, keptImage } from '../article/card/story-image.tsx';
import { usePreferredLinkKind } from '../article/source-links/story-links.ts';
import { useTools } from '../article/tools/use-tools.ts';
import { useSite } from '../data/site-context.ts';
import { formatWeekday } from '../i18n/format-date.ts';
import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';
import { useReader, useSetting } from '../reader/state/use-reader.ts';
import { ErrorBoundary } from '../states/error-boundary.tsx';
import { useCurrentTime } from '../ui/use-current-time.ts';
import { CardComponent } from './card-component.ts';
import { EventReports } from './events/event-reports.tsx';
import { foldEvents, type ListItem, type ShownEvent, unfolded } from './events/fold-events.ts';
import { groupArticles, type Period, ungrouped } from './group-articles.ts';
import { useHiddenStories } from './use-hidden-stories.ts';
import { useIncrementalList } from './use-incremental-list.ts';

interface ArticleListProps {
  articles: Summary[];
  /** Without it the list has no headings. */
  period: Period | undefined;
  /** An article that is shown first although it is not the newest. */
  lead?: Summary | undefined;
  /** Whether no articles follow, so that the last group has all of its articles. */
  isComplete: boolean;
  /** Whether the newest articles are first, so that those since the last visit are at the top. */
  isNewestFirst?: boolean;
  /** Whether the first article is a lead story. */
  hasLead?: boolean;
  /** Whether the masthead has the date of the first day, so that its heading does not repeat it. */
  isDated?: boolean;
  /** The slug of the topic, on a topic page. */
  pageTopic?: string | undefined;
  /** What is known of the events of the articles. Without it, each article has a card of its own. */
  events?: readonly EventCard[] | undefined;
  /** Whether events have only the reports that are in the list. */
  isNarrowed?: boolean;
  /** Whether each story that is new since the last visit has a mark of its own. */
  marksNew?: boolean;
  /** What is below the card of a story. */
  After?: ComponentType<{ story: Summary }> | undefined;
}

/** How many images are fetched with the page: those of the first row at any width. */
const EARLY_IMAGES = 4;

/** A list of articles, grouped under headings of days, months or years. */
export function ArticleList(props: ArticleListProps) {
  const { articles, period, lead, isComplete, isNewestFirst = false, pageTopic } = props;
  const { hasLead = false, isDated = false, events, isNarrowed = false, marksNew = false, After } = props;
  const { site } = useSite();
  const Card = useContext(CardComponent);
  useState(dropFailedImages);
  const { isHidden, isKept, show } = useHiddenStories();
  const hidden = isHidden ? articles.filter(isHidden) : [];
  const { rendered, isFirstScreen } = useIncrementalList(articles);
  // Not before `useIncrementalList`: it returns a changed list a render late, when the list with the hidden stories is painted.
  const listed = isHidden && !isKept ? rendered.filter((article) => !isHidden(article)) : rendered;
  const read = useReader('read');
  const saved = useReader('saved');
  const tools = useTools();
  const now = useCurrentTime();
  const preferred = usePreferredLinkKind();
  const visits = useReader('visits');
  const isFolded = useSetting('events') !== 'separate' && events !== undefined;
  const others = lead ? listed.filter(({ slug }) => slug !== lead.slug) : listed;
  const firstSeen = isNewestFirst ? tools?.findFirstSeen(others, visits) : undefined;
  const first = lead && !(isHidden?.(lead) && !isKept) ? lead : undefined;
  const stories = first ? [first, ...others] : others;
  const items = isFolded
    ? foldEvents(stories, { all: articles, events, isNarrowed, lead: first, isHidden: isKept ? undefined : isHidden })
    : unfolded(stories);
  const leadItem = first && items.shift();
  const groupItems = (shown: ListItem[]) => (period ? groupArticles(shown, period, site) : ungrouped(shown));
  const groups = groupItems(items);
  if (leadItem && groups[0]) groups[0].articles.unshift(leadItem);
  else if (leadItem) groups.push(...groupItems([leadItem]));
  /** The first item that was in the paper at the last visit. */
  const seenItem = firstSeen && items.find(({ index }) => index >= firstSeen.count + (leadItem ? 1 : 0));
  const isGroupComplete = (index: number): boolean =>
    index < groups.length - 1 || (isComplete && rendered === articles);
  const visiblePart = (event: ShownEvent): ShownEvent =>
    isHidden ? { ...event, others: event.others.filter((report) => !isHidden(report)) } : event;
  /** The index of a group's first article in the list. */
  const firstIndexOf = (groupIndex: number): number =>
    groups.slice(0, groupIndex).reduce((count, group) => count + group.articles.length, 0);
  return (
    // Another list gets other elements: moving those of the pre-rendered one would be a layout shift.
    <Fragment key={`${isHidden === undefined || isKept} ${isFolded}`}>
      {groups.map((group, groupIndex) => (
        <section key={group.key} className="group">
          {period && (
            <GroupHeading
              heading={group.heading}
              day={period === 'day' ? group.key : undefined}
              isDated={isDated && groupIndex === 0}
            />
          )}
          {tools && period && (
            <tools.MarkGroupRead heading={group.heading} slugs={group.articles.flatMap(({ slugs }) => slugs)} />
          )}
          <ol
            className="stories"
            data-lead={hasLead && groupIndex === 0 ? leadForm(group.articles) : undefined}
            data-rows={hasLead && groupIndex === 0 && hasTallStart(group.articles) ? 2 : undefined}
            data-whole={isGroupComplete(groupIndex) || undefined}
          >
            {group.articles.map((item, index) => {
              const { story: article } = item;
              const event = item.event && visiblePart(item.event);
              const isEmpty = event === undefined || (event.others.length === 0 && !event.hasPage);
              const isLeadHidden = isHidden?.(article) ?? false;
              return (
                <li key={article.slug} hidden={isLeadHidden && isEmpty}>
                  {tools && firstSeen && item === seenItem && <tools.NewSince {...firstSeen} />}
                  {marksNew && tools?.isNewSince(item.newestAt, visits) && <tools.NewMark />}
                  <ErrorBoundary
                    fallback={
                      <p className="py-4 text-ink-2" {...interfaceAttributes}>
                        {strings.failed.card}
                      </p>
                    }
                  >
                    {!(isLeadHidden && event) && (
                      <Card
                        article={article}
                        now={now}
                        preferred={preferred}
                        priority={priorityOf(firstIndexOf(groupIndex) + index, hasLead)}
                        pageTopic={pageTopic}
                        // The tools have the styles of the mark.
                        isRead={tools !== undefined && read.has(article.slug)}
                        isSaved={saved.has(article.slug)}
                        // The first screen appears sooner without them. Their place is reserved.
                        Tools={isFirstScreen ? undefined : tools?.CardTools}
                        showTime={period === 'day' && dayOf(article.publishedAt, site) === group.key}
                      />
                    )}
                    {event && <EventReports lead={article} event={event} preferred={preferred} />}
                    {After && <After story={article} />}
                  </ErrorBoundary>
                </li>
              );
            })}
          </ol>
        </section>
      ))}
      {tools && hidden.length > 0 && (
        <tools.HiddenNote count={hidden.length} isAll={hidden.length === articles.length} onShow={show} />
      )}
    </Fragment>
  );
}

const leadForm = ([lead]: ListItem[]): 'picture' | 'text' =>
  isLarge(keptImage(lead?.story.image)) ? 'picture' : 'text';

/** Whether the stories beside a lead are so tall that two of them are as tall as the lead, else three are. */
const hasTallStart = ([, second, third]: ListItem[]): boolean =>
  second?.event !== undefined && third?.event !== undefined;

interface GroupHeadingProps {
  heading: string;
  /** `YYYY-MM-DD`, if the group is a day. */
  day: string | undefined;
  /** Whether the page has the date of the day elsewhere. */
  isDated: boolean;
}

/**
 * The period of a group. A day has "today" or "yesterday" beside it, or in place of a date that the page has elsewhere.
 */
function GroupHeading({ heading, day, isDated }: GroupHeadingProps) {
  const { site } = useSite();
  const relativeDay = useRelativeDay(day);
  const isShort = isDated && day !== undefined;
  return (
    <h2 className="group-heading">
      <span suppressHydrationWarning {...interfaceAttributes}>
        {isShort ? (relativeDay ?? formatWeekday(day, site)) : heading}
      </span>
      {!isShort && relativeDay && (
        <span data-beside {...interfaceAttributes}>
          {relativeDay}
        </span>
      )}
    </h2>
  );
}

/** `Today` or `Yesterday`. `undefined` while hydrating, when the current time is not known. */
function useRelativeDay(day: string | undefined): string | undefined {
  const { site } = useSite();
  const now = useCurrentTime();
  if (!now) return undefined;
  const dayAgo = (days: number): string => dayOf(new Date(now - days * 86_400_000).toISOString(), site);
  if (day === dayAgo(0)) return strings.today;
  return day === dayAgo(1) ? strings.yesterday : undefined;
}

function priorityOf(index: number, hasLead: boolean): 'lead' | 'early' | 'late' {
  if (index >= EARLY_IMAGES) return 'late';
  return hasLead && index === 0 ? 'lead' : 'early';
}
