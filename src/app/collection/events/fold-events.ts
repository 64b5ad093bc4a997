import type { Summary } from '../../../model/article.ts';
import { type CardReport, type EventCard, MIN_EVENT_REPORTS } from '../../../model/edition.ts';

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
  reports: CardReport[];
  /** Those of which it is known whether they are of other sources. */
  ranked: CardReport[];
}

/** Returns a function that gives the reports of an event, without hidden ones. */
function collectReports({ all, events, isNarrowed, lead, isHidden }: FoldOptions): (slug: string) => Reports {
  const cards = new Map(events.toReversed().map((card) => [card.slug, card]));
  const bySlug = new Map([...all, ...(lead ? [lead] : [])].map((story) => [story.slug, story]));
  return (slug) => {
    const card = cards.get(slug);
    const known = new Map(
      card?.reports.map((report) => [report.slug, { ...report, ...bySlug.get(report.slug) }] as const),
    );
    if (isNarrowed) for (const report of known.keys()) if (!bySlug.has(report)) known.delete(report);
    const members = [...bySlug.values()].filter(({ event }) => event === slug).sort(oldestFirst);
    const first = lead?.event === slug ? [known.get(lead.slug) ?? lead] : [];
    const unique = (stories: CardReport[]): CardReport[] =>
      [...new Map(stories.map((story) => [story.slug, story])).values()].filter((story) => !isHidden?.(story));
    const ranked = unique([...first, ...known.values()]);
    const reports = unique([...ranked, ...members]);
    return { card, reports, ranked: card ? ranked : reports };
  };
}

const oldestFirst = (a: Summary, b: Summary): number => Date.parse(a.publishedAt) - Date.parse(b.publishedAt);

function showEvent(
  slug: string,
  { card, reports, ranked }: Reports,
  { isNarrowed }: FoldOptions,
): { lead: Summary; event: ShownEvent } | undefined {
  const [lead, ...rest] = reports;
  if (!lead) return undefined;
  const sources = otherSources(lead, ranked);
  const total = Math.max(card?.total ?? 0, reports.length);
  const hasPage = total >= MIN_EVENT_REPORTS;
  if (!hasPage && rest.length === 0) return undefined;
  const others = sources.slice(0, MAX_OTHERS);
  const known = isNarrowed || !card ? sources.length : Math.max(card.sources - 1, sources.length);
  const event = { slug, others, moreSources: known - others.length, total, hasPage };
  // Without a page there is no other place for them.
  return { lead, event: hasPage ? event : { ...event, others: rest, moreSources: 0 } };
}

/** The reports of other sources than that of the lead. All with one text are one source, and so are all of one provider. */
function otherSources(lead: CardReport, reports: readonly CardReport[]): CardReport[] {
  const texts = new Set([textOf(lead)]);
  const providers = new Set([providerOf(lead)]);
  return reports.filter((report) => {
    const isOther = !texts.has(textOf(report)) && !providers.has(providerOf(report));
    texts.add(textOf(report));
    if (isOther) providers.add(providerOf(report));
    return isOther;
  });
}

const textOf = ({ slug, sameTextAs = slug }: CardReport): string => sameTextAs;

/** Stories without a provider are the site's own. */
const providerOf = ({ provider }: Summary): string => provider?.domain ?? provider?.name ?? '';
