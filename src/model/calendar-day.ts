/** Whether an ISO 8601 timestamp has a time. Midnight UTC means a date without a time: it is the same day in every zone. */
export const hasTime = (at: string): boolean => !/T00:00:00(\.0+)?Z$/.test(at);

/** The calendar day, `YYYY-MM-DD`, of an ISO 8601 timestamp in a time zone, given by its IANA name. */
export function dayOf(at: string, { timeZone }: { timeZone: string }): string {
  if (timeZone === 'UTC' || !hasTime(at)) return at.slice(0, 10);
  const calendar = calendars.get(timeZone) ?? { format: createFormat(timeZone), days: new Map<string, string>() };
  calendars.set(timeZone, calendar);
  const { format, days } = calendar;
  const day = days.get(at) ?? toDay(format.format(new Date(at)));
  if (days.size >= MAX_CACHED_DAYS) days.clear();
  days.set(at, day);
  return day;
}

/** Caches by time zone. Creating and using an `Intl` format is slow, and lists need the same days repeatedly. */
const calendars = new Map<string, { format: Intl.DateTimeFormat; days: Map<string, string> }>();
const MAX_CACHED_DAYS = 20_000;

/** `MM/DD/YYYY` in American English, the only locale that every engine has. */
const createFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });

function toDay(text: string): string {
  const [month = '', day = '', year = ''] = text.split('/');
  return `${year.padStart(4, '0')}-${month}-${day}`;
}
