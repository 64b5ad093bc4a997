import { dayOf } from '../../../model/calendar-day.ts';
import { useSite } from '../../data/site-context.ts';
import { useCurrentTime } from '../../ui/use-current-time.ts';

/** The current calendar day, `YYYY-MM-DD`, in the time zone of the site. */
export function useToday(): string {
  const { site } = useSite();
  return dayOf(new Date(useCurrentTime() ?? 0).toISOString(), site);
}
