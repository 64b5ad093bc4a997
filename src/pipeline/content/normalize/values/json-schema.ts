/*
 * Parts of the JSON Schemas for text editors.
 * https://json-schema.org/draft-07/json-schema-validation
 */

export type JsonSchema = { readonly [key: string]: unknown };

export const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** The source of a pattern without its anchors. */
export const withoutAnchors = ({ source }: RegExp): string => source.slice(1, -1);

/** The source of a pattern that ignores case. The patterns of a schema have no flags. */
export const anyCase = (source: string): string =>
  source.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);

/** How an http(s) URL begins. */
export const ADDRESS_START = `${anyCase('https')}?:`;

/** A tag of BCP 47, or one with underscores. Whether its parts exist is not checked. */
export const LANGUAGE_TAG = '[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*';
