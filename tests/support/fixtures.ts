import path from 'node:path';

/* Content folders with the oddities of real ones. */

const FIXTURES = path.resolve(import.meta.dirname, '../fixtures');

/** A legacy repository: `_config.yml`, `_news/` and `_data/`. */
export const LEGACY_PAPER = path.join(FIXTURES, 'legacy-paper');
/** Its pages of the legacy JSON API. */
export const LEGACY_API = path.join(FIXTURES, 'legacy-api');
/** One draft with three related stories, each with three URLs. */
export const DRAFT = path.join(FIXTURES, 'draft');
