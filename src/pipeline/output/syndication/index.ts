import type { BuiltEdition } from '../../edition/build-edition.ts';
import type { OutputName } from '../../settings/settings.ts';
import type { Output, OutputFile } from '../files/output-file.ts';
import { atom, eventFeeds } from './feeds/atom.ts';
import { jsonFeed } from './feeds/json-feed.ts';
import { rss } from './feeds/rss.ts';
import { api } from './legacy-api.ts';
import { newsSitemap } from './sitemaps/news-sitemap.ts';
import { robots } from './sitemaps/robots.ts';
import { sitemap } from './sitemaps/sitemap.ts';

/** All outputs for other programs. */
const OUTPUTS: Record<OutputName, Output> = { atom, rss, jsonFeed, eventFeeds, sitemap, newsSitemap, robots, api };

/** The files of the outputs that the settings enable. */
export function* syndicationFiles(built: BuiltEdition): Generator<OutputFile> {
  for (const name of built.settings.outputs) yield* OUTPUTS[name](built);
}
