/** Midnight UTC stands for a date without a clock time: such a date is the same in every zone. */
export const hasTime = (at: string): boolean => !/T00:00:00(\.0+)?Z$/.test(at);

/** The calendar day, `YYYY-MM-DD`, of a moment as `publishedAt` gives it, in a zone by its IANA name. */
export function dayOf(at: string, { timeZone }: { timeZone: string }): string {
  if (timeZone === 'UTC' || !hasTime(at)) return at.slice(0, 10);
  const calendar = calendars.get(timeZone) ?? { format: createFormat(timeZone), days: new Map<string, string>() };
  calendars.set(timeZone, calendar);
  const { format, days } = calendar;
  const day = days.get(at) ?? toDay(format.format(new Date(at)));
  if (days.size >= REMEMBERED) days.clear();
  days.set(at, day);
  return day;
}

/** Making a format takes long, and using it is not quick: a feed asks for the same days again and again. */
const calendars = new Map<string, { format: Intl.DateTimeFormat; days: Map<string, string> }>();
const REMEMBERED = 20_000;

/** `MM/DD/YYYY` in American English, the one language that every engine has. */
const createFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone });

function toDay(text: string): string {
  const [month = '', day = '', year = ''] = text.split('/');
  return `${year.padStart(4, '0')}-${month}-${day}`;
}
