import path from 'node:path';

/* Content folders of our own that show the oddities of real ones. */

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');

/** A repository of the original system: `_config.yml`, `_news/` and `_data/`. */
export const LEGACY_PAPER = path.join(FIXTURES, 'legacy-paper');
/** Its pages of the JSON API, as the original system writes them. */
export const LEGACY_API = path.join(FIXTURES, 'legacy-api');
/** One draft with three related stories, each with three addresses. */
export const DRAFT = path.join(FIXTURES, 'draft');
