import type { QueryClient } from '@tanstack/react-query';
import type { CollectionId, DayRun } from '../../../model/edition.ts';
import { topicsQuery } from '../../data/queries.ts';
import { findNamed } from '../../search/query/find-named.ts';
import type { QueryOperator } from '../../search/query/parse-query.ts';
import type { PositionRange } from '../address/period.ts';
import type { FilterData } from './apply-filter.ts';
import { positionsQuery, providersQuery } from './filter-data.ts';
import { difference, intersect, type Positions, positionsIn, union } from './position-sets.ts';

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
  const collections = name === 'topic' ? await topicsNamed(client, value) : await providersNamed(client, value);
  const named = await Promise.all(collections.map((collection) => client.query(positionsQuery(collection))));
  return named.reduce<Positions>(union, []);
}

async function topicsNamed(client: QueryClient, value: string): Promise<CollectionId[]> {
  const topics = await client.query(topicsQuery());
  const named = findNamed(topics, value, ({ slug, name, shortName = name }) => [slug, name, shortName]);
  return named.map(({ slug }) => ({ kind: 'topic', slug }));
}

async function providersNamed(client: QueryClient, value: string): Promise<CollectionId[]> {
  const providers = await client.query(providersQuery());
  const named = findNamed(providers, value, ({ domain, name }) => [domain, name]);
  return named.map(({ domain }) => ({ kind: 'provider', domain }));
}

function rangesOf(days: readonly DayRun[], holds: (day: string) => boolean): PositionRange[] {
  let position = 0;
  return days.flatMap(([day, count]): PositionRange[] => {
    position += count;
    return holds(day) ? [[position - count, position]] : [];
  });
}
