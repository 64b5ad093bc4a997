import type { Summary } from '../../../model/article.ts';
import { type EventCard, MIN_EVENT_REPORTS } from '../../../model/edition.ts';

/** What a card of a list stands for: a story, or all reports on an event. */
export interface ListItem {
  /** The story that the card shows; of an event, the lead. */
  story: Summary;
  /** The place of the card: that of the first of its stories in the list, and when that one was published. */
  index: number;
  publishedAt: string;
  /** When the newest of its stories was published. */
  newestAt: string;
  /** The slugs of the stories of the list that it stands for. */
  slugs: string[];
  event?: ShownEvent;
}

/** What a card shows of the other reports on its event. */
export interface ShownEvent {
  slug: string;
  /** Reports of other sources. */
  others: Summary[];
  /** The number of sources that are not shown. */
  moreSources: number;
  total: number;
  hasPage: boolean;
}

interface FoldOptions {
  /** All stories of the list that have loaded, of which `listed` may be a part. */
  all: readonly Summary[];
  /** What is known of their events. */
  events: readonly EventCard[];
  /** Whether events have only the reports that are in the list. */
  isNarrowed?: boolean;
  /** A story that leads its event. */
  lead?: Summary | undefined;
  isHidden?: ((story: Summary) => boolean) | undefined;
}

const MAX_OTHERS = 3;

/** The items of a list in which each story has a card of its own. */
export const unfolded = (listed: readonly Summary[]): ListItem[] =>
  listed.map((story, index) => {
    const { slug, publishedAt } = story;
    return { story, index, publishedAt, newestAt: publishedAt, slugs: [slug] };
  });

/** The items of a list that shows each event once, at the place of its first report. */
export function foldEvents(listed: readonly Summary[], options: FoldOptions): ListItem[] {
  const reportsOf = collectReports(options);
  const folded = new Map<string, ListItem>();
  const items: ListItem[] = [];
  for (const item of unfolded(listed)) {
    const { story } = item;
    const earlier = story.event === undefined ? undefined : folded.get(story.event);
    if (earlier) {
      earlier.slugs.push(story.slug);
      continue;
    }
    items.push(item);
    if (story.event === undefined) continue;
    folded.set(story.event, item);
    const known = reportsOf(story.event);
    const shown = showEvent(story.event, known, options);
    if (!shown) continue;
    item.newestAt = known.reports.reduce(
      (newest, { publishedAt }) => (publishedAt > newest ? publishedAt : newest),
      '',
    );
    item.story = shown.lead;
    item.event = shown.event;
  }
  return items;
}

interface Reports {
  card: EventCard | undefined;
  /** The lead first. The other sources follow, then other reports. */
  reports: Summary[];
}

/** Returns a function that gives the reports of an event, without hidden ones. */
function collectReports({ all, events, isNarrowed, lead, isHidden }: FoldOptions): (slug: string) => Reports {
  const cards = new Map(events.toReversed().map((card) => [card.slug, card]));
  const bySlug = new Map([...all, ...(lead ? [lead] : [])].map((story) => [story.slug, story]));
  const unique = (stories: Summary[]): Summary[] =>
    [...new Map(stories.map((story) => [story.slug, story])).values()].filter((story) => !isHidden?.(story));
  return (slug) => {
    const card = cards.get(slug);
    const known = card?.reports.filter((report) => !isNarrowed || bySlug.has(report.slug)) ?? [];
    const members = [...bySlug.values()].filter(({ event }) => event === slug).sort(oldestFirst);
    const first = lead?.event === slug ? [lead] : [];
    const ranked = known.map((report) => bySlug.get(report.slug) ?? report);
    return { card, reports: unique([...first, ...ranked, ...members]) };
  };
}

const oldestFirst = (a: Summary, b: Summary): number => Date.parse(a.publishedAt) - Date.parse(b.publishedAt);

function showEvent(
  slug: string,
  { card, reports }: Reports,
  { isNarrowed }: FoldOptions,
): { lead: Summary; event: ShownEvent } | undefined {
  const [lead, ...rest] = reports;
  if (!lead) return undefined;
  // Of reports that the card does not have it is not known whether they are copies.
  const [, ...sources] = findSources(reports, card).slice(0, card?.sources);
  const total = Math.max(card?.total ?? 0, reports.length);
  const hasPage = total >= MIN_EVENT_REPORTS;
  if (!hasPage && rest.length === 0) return undefined;
  const others = sources.slice(0, MAX_OTHERS);
  const known = isNarrowed || !card ? sources.length : Math.max(card.sources - 1, sources.length);
  const event = { slug, others, moreSources: known - others.length, total, hasPage };
  // Without a page there is no other place for them.
  return { lead, event: hasPage ? event : { ...event, others: rest, moreSources: 0 } };
}

/** The first report of each source: reports with one text are one source, and so are those of one provider. */
function findSources(reports: readonly Summary[], card: EventCard | undefined): Summary[] {
  const originals = new Map(card?.reports.map(({ slug, sameTextAs = slug }) => [slug, sameTextAs]));
  const texts = new Set<string>();
  const providers = new Set<string>();
  return reports.filter((report) => {
    const text = originals.get(report.slug) ?? report.slug;
    const provider = providerOf(report);
    const isSource = !texts.has(text) && !providers.has(provider);
    texts.add(text);
    if (isSource) providers.add(provider);
    return isSource;
  });
}

/** Stories without a provider are the site's own. */
const providerOf = ({ provider }: Summary): string => provider?.domain ?? provider?.name ?? '';
