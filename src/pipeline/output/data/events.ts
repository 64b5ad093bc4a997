import { eventFile } from '../../../model/edition-files.ts';
import { type NewsEvent, slugOfEvent } from '../../edition/coverage/news-event.ts';
import type { ArticleSerializer } from '../../edition/serialize-articles.ts';
import { lazyFile, type Output, type OutputFile } from '../files/output-file.ts';

/** `data/events/<slug>.json`: what several articles report. */
export const events: Output = function* (built) {
  for (const event of built.events) yield eventFileOf(event, built.serializer);
};

export const eventFileOf = (
  event: NewsEvent,
  { events: { event: body, eventVersion } }: ArticleSerializer,
): OutputFile =>
  lazyFile({
    path: eventFile(slugOfEvent(event)),
    version: () => eventVersion(event),
    body: () => body(event),
  });
