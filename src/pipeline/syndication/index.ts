import type { BuiltEdition } from '../edition/build-edition.ts';
import type { Output, OutputFile } from '../outputs/output-file.ts';
import type { OutputName } from '../settings/settings.ts';
import { atom } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { api } from './news-api.ts';
import { newsSitemap } from './news-sitemap.ts';
import { robots } from './robots.ts';
import { rss } from './rss.ts';
import { sitemap } from './sitemap.ts';

/** Every output for the world outside, a line each. */
const OUTPUTS: Record<OutputName, Output> = { atom, rss, jsonFeed, sitemap, newsSitemap, robots, api };

/** The files of the outputs that the settings ask for, one after the other. */
export function* syndicationFiles(built: BuiltEdition): Generator<OutputFile> {
  for (const name of built.settings.outputs) yield* OUTPUTS[name](built);
}
