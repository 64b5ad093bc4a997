import type { QueryClient } from '@tanstack/react-query';
import type { DayRun } from '../../../model/edition.ts';
import { fold } from '../../../model/search/fold.ts';
import { topicsQuery } from '../../data/queries.ts';
import type { QueryOperator } from '../../search/query/parse-query.ts';
import type { PositionRange } from '../address/period.ts';
import type { FilterData } from './apply-filter.ts';
import { positionsQuery, providersQuery } from './filter-data.ts';
import { difference, intersect, type Positions, positionsIn } from './position-sets.ts';

export const isDateOperator = ({ name }: QueryOperator): boolean => name === 'after' || name === 'before';

/** The positions that all operators of a query leave of these. `undefined` stands for all positions. */
export async function narrowByOperators(
  client: QueryClient,
  operators: readonly QueryOperator[],
  positions: Positions | undefined,
  { days, total }: FilterData,
): Promise<Positions | undefined> {
  let left = positions;
  for (const operator of operators) {
    const named = await positionsOf(client, operator, days);
    if (operator.isExcluded) left = difference(left ?? positionsIn([[0, total]]), named);
    else left = left ? intersect(left, named) : named;
  }
  return left;
}

/** Empty if the site has no topic or provider of that name. */
async function positionsOf(
  client: QueryClient,
  { name, value }: QueryOperator,
  days: readonly DayRun[],
): Promise<Positions> {
  if (name === 'after' || name === 'before') {
    // The days of a year or a month are greater than the year or the month itself.
    return positionsIn(rangesOf(days, (day) => (name === 'after' ? day >= value : day < value)));
  }
  const isNamed = (...names: string[]): boolean => names.some((each) => fold(each) === fold(value));
  if (name === 'topic') {
    const topics = await client.query(topicsQuery());
    const topic = topics.find(({ slug, name: full, shortName = full }) => isNamed(slug, full, shortName));
    return topic ? client.query(positionsQuery({ kind: 'topic', slug: topic.slug })) : [];
  }
  const providers = await client.query(providersQuery());
  const provider = providers.find(({ domain, name: full }) => isNamed(domain, full));
  return provider ? client.query(positionsQuery({ kind: 'provider', domain: provider.domain })) : [];
}

function rangesOf(days: readonly DayRun[], holds: (day: string) => boolean): PositionRange[] {
  let position = 0;
  return days.flatMap(([day, count]): PositionRange[] => {
    position += count;
    return holds(day) ? [[position - count, position]] : [];
  });
}
