import { useQuery } from '@tanstack/react-query';
import { frontPath } from '../../../model/addresses/permalinks.ts';
import { isNarrowed, orderIn } from '../../../model/addresses/routes.ts';
import { editionQuery } from '../../data/queries.ts';
import { usePath, useSearch } from '../../navigation/use-route.ts';

interface ListOrder {
  order: 'top' | 'newest' | 'oldest';
  /** The order of the address without one, where there is a choice: on the front page, without a filter. */
  standard: 'top' | 'newest' | undefined;
}

/** The order of the list of the current address. */
export function useListOrder(): ListOrder {
  const isFront = usePath() === frontPath;
  const search = useSearch();
  const { data: edition } = useQuery({ ...editionQuery(), enabled: false });
  const standard = isFront && !isNarrowed(search) ? edition?.order : undefined;
  if (/[?&]sort=oldest(?:&|$)/.test(search)) return { order: 'oldest', standard };
  return { order: standard ? (orderIn(search) ?? standard) : 'newest', standard };
}
