import { DRAFT, type JsonSchema } from '../../content/normalize/values/json-schema.ts';
import { SETTING_SCHEMAS } from './setting-schemas.ts';
import { stringsDefinitions } from './strings-schema.ts';

/*
 * A JSON Schema of `site.yaml`, for editors. It covers a part of what the `check` command reports: for example it does not
 * know which time zones exist. What it rejects, `check` reports too, with two exceptions: an output that is listed twice, and
 * `language: false`, which has the form of a language.
 */

/** The path of the schema, relative to the content root. */
export const SITE_SCHEMA_FILE = 'site.schema.json';

/** It has no title: editors would show that with each setting. */
export const siteSchema = (): JsonSchema => ({
  $schema: DRAFT,
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(SETTING_SCHEMAS).map(([name, { value, ...annotations }]) => [
      name,
      { ...annotations, anyOf: [value, { $ref: '#/definitions/unset' }] },
    ]),
  ),
  definitions: { unset: UNSET, ...stringsDefinitions() },
});

/** No value, or an empty text. As a type, editors would suggest `null`. */
const UNSET = { not: { type: ['string', 'number', 'boolean', 'array', 'object'], minLength: 1 } };
