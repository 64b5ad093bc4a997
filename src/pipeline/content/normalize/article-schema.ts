import { type AUTHOR_KEY_NAMES, type AUTHOR_URL_NAMES, MAX_AUTHOR_NAME, MAX_AUTHORS } from './fields/authors.ts';
import { MAX_EVENT_NAME } from './fields/coverage.ts';
import { MAX_FORMER_PATHS } from './fields/former-paths.ts';
import { MAX_CAPTION, MAX_IMAGES, MAX_PIXELS } from './fields/images.ts';
import { MAX_PROVIDER_NAME } from './fields/provider.ts';
import { UNSAFE_CHARACTERS } from './fields/slug.ts';
import { MAX_TOPIC_NAME, MAX_TOPICS } from './fields/topic-names.ts';
import {
  type ArticleField,
  FIELD_NAMES,
  type IMAGE_NAMES,
  type PROVIDER_NAMES,
  RELATED_FIELDS,
} from './names/field-names.ts';
import { MAX_EXCERPT, MAX_TITLE, MAX_WORD } from './normalize-story.ts';
import { MAX_RELATED } from './related-stories.ts';
import { ADDRESS_START, anyCase, DRAFT, type JsonSchema, LANGUAGE_TAG, withoutAnchors } from './values/json-schema.ts';
import { FALSE_WORDS, NUMBER, TRUE_WORDS } from './values/read-value.ts';

/*
 * A JSON Schema of an article's front matter, for editors. It covers a part of what the `check` command reports: for
 * example it does not know which days a month has. What it rejects, `check` reports too, with three
 * exceptions: a text that is too long only because of its markup, a list that is too long only because of duplicates,
 * and a value of the second name of a field.
 * https://json-schema.org/draft-07/json-schema-validation
 */

/** The path of the schema, relative to the content root. */
export const SCHEMA_FILE = 'article.schema.json';

/** The comment in a content file that refers editors to its schema. */
export const schemaLine = (file: string, schemaFile = SCHEMA_FILE): string =>
  `# yaml-language-server: $schema=${'../'.repeat(file.split('/').length - 1) || './'}${schemaFile}`;

export const articleSchema = (): JsonSchema => ({
  $schema: DRAFT,
  title: 'Front matter of an article',
  type: 'object',
  allOf: [requireOneOf('title')],
  properties: propertiesOf(Object.keys(PROPERTIES) as ArticleField[]),
  definitions: {
    author: {
      type: 'object',
      anyOf: [{ required: ['name'] }, { required: ['key'] }, { required: ['id'] }],
      properties: AUTHOR,
    },
    authors: {
      type: 'array',
      items: { anyOf: [AUTHOR_VALUE, { type: 'array', items: AUTHOR_VALUE }] },
      maxItems: MAX_AUTHORS,
    },
    image: {
      type: 'object',
      required: ['url'],
      properties: IMAGE,
    },
    provider: {
      type: 'object',
      anyOf: [{ required: ['name'] }, { required: ['domain'] }],
      properties: PROVIDER,
    },
    relatedStory: {
      type: 'object',
      allOf: [requireOneOf('title')],
      properties: propertiesOf(RELATED_FIELDS),
    },
  },
});

/** Text that matches a pattern, with optional white space around it. It may be empty: then the field counts as missing. */
const matching = (pattern: string): JsonSchema => ({ type: ['string', 'null'], pattern: `^\\s*(?:${pattern})?\\s*$` });

/** Text, or a number or boolean, which is read as text. */
const text = (maxLength: number): JsonSchema => ({ type: ['string', 'number', 'boolean', 'null'], maxLength });

/** Dates have too many forms for a pattern. */
const DATE_TEXT = { type: ['string', 'number', 'null'] };
const ADDRESS = matching(`${ADDRESS_START}[^]*`);
const BARE_ADDRESS = { type: 'string', pattern: `^\\s*${ADDRESS_START}` };
/** A name, the names of a category path, or a mapping with the name. */
const TOPIC = {
  anyOf: [
    text(MAX_TOPIC_NAME),
    { type: 'array', items: text(MAX_TOPIC_NAME) },
    { type: 'object', anyOf: [{ required: ['name'] }, { required: ['title'] }] },
  ],
};
const BOOLEAN = { anyOf: [{ type: 'boolean' }, matching([...TRUE_WORDS, ...FALSE_WORDS].map(anyCase).join('|'))] };
const NUMBER_TEXT = matching(withoutAnchors(NUMBER));
const SCORE = { anyOf: [{ type: 'number', minimum: 0 }, { const: -1 }, NUMBER_TEXT] };
const PIXELS = { anyOf: [{ type: 'number', minimum: 1, maximum: MAX_PIXELS }, NUMBER_TEXT] };
const PATH = matching(`/|(?:/(?!\\.)[^/#${UNSAFE_CHARACTERS}]+)+/?`);

const ofDefinition = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** One value, or a list of values. */
const someOf = (one: JsonSchema, maxItems: number): JsonSchema => ({
  anyOf: [one, { type: 'array', items: one, maxItems }, { type: 'null' }, EMPTY],
});
const EMPTY = { type: 'string', pattern: '^\\s*$' };

const IMAGE_VALUE = { anyOf: [{ type: 'string', pattern: '\\S' }, ofDefinition('image')] };

/** A description, which editors show, and the schema of the value. */
type Property = [description: string, value: JsonSchema];

const AUTHOR_VALUE = { anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, ofDefinition('author')] };

const PROPERTIES: Record<ArticleField, Property> = {
  title: ['The headline, as plain text.', text(MAX_TITLE)],
  publishedAt: [
    "The date of publication, such as 2026-11-23T06:40:00Z. The time is optional; without a zone it is in the site's.",
    DATE_TEXT,
  ],
  updatedAt: ['The date of the last change.', DATE_TEXT],
  originUrl: ['The address of the original. An article without it needs a body.', ADDRESS],
  ampUrl: ["The address of the provider's AMP page.", ADDRESS],
  ampCacheUrl: ['The address of the AMP page in an AMP cache.', ADDRESS],
  excerpt: ['A summary in one or two sentences, as plain text.', text(MAX_EXCERPT)],
  kind: ['The kind of story: `article`, `video` or another word.', text(MAX_WORD)],
  category: ['A category in one word.', text(MAX_WORD)],
  quality: ['A score of 0 or more; -1 means unknown.', SCORE],
  heat: ['A score of 0 or more; -1 means unknown.', SCORE],
  published: ['`false` makes it a draft.', BOOLEAN],
  draft: ['`true` makes it a draft, which is not published.', BOOLEAN],
  pinned: ['`true` pins it: the newest pinned article is the lead story of the front page.', BOOLEAN],
  unlisted: ['`true` keeps its page out of all lists, feeds and search engines.', BOOLEAN],
  coverage: [
    'The name of the event that it reports, which groups it with others; `false` keeps it alone.',
    text(MAX_EVENT_NAME),
  ],
  expiresAt: ['The date from which the article is left out. The time is optional.', DATE_TEXT],
  provider: [
    'The news organisation: its name, or an object with `name`, `domain` and `images`.',
    { anyOf: [{ type: ['string', 'null'], maxLength: MAX_PROVIDER_NAME }, ofDefinition('provider')] },
  ],
  authors: [
    'The authors: names, or objects with `name` and `url`, or keys of a data file.',
    { anyOf: [AUTHOR_VALUE, ofDefinition('authors')] },
  ],
  topics: [
    'The topics: a list of names, or names separated by commas.',
    {
      anyOf: [{ type: ['string', 'number', 'boolean', 'null'] }, { type: 'array', items: TOPIC, maxItems: MAX_TOPICS }],
    },
  ],
  images: [
    'The images, the lead image first: addresses, or paths relative to this file.',
    someOf(IMAGE_VALUE, MAX_IMAGES),
  ],
  imageAlt: ['What the lead image shows, for readers who do not see it.', text(MAX_CAPTION)],
  imageCaption: ['The caption of the lead image.', text(MAX_CAPTION)],
  related: [
    'The related stories, with the same fields as an article.',
    someOf({ anyOf: [BARE_ADDRESS, ofDefinition('relatedStory')] }, MAX_RELATED),
  ],
  video: ['The embed of a YouTube or Vimeo video.', { type: ['string', 'null'] }],
  lang: ["The language, such as `en` or `pt-BR`, if it is not the site's.", matching(LANGUAGE_TAG)],
  slug: ['The last part of the address, instead of the file name.', text(MAX_TITLE)],
  formerPaths: [
    'Former paths below the address of the site, such as `/2019/05/story.html`, oldest first. A page at each redirects here.',
    { anyOf: [PATH, { type: 'array', items: PATH, maxItems: MAX_FORMER_PATHS }] },
  ],
};

const AUTHOR: Record<'name' | (typeof AUTHOR_URL_NAMES | typeof AUTHOR_KEY_NAMES)[number], JsonSchema> = {
  name: described('The name.', text(MAX_AUTHOR_NAME)),
  url: described('The address of a page about the author.', ADDRESS),
  link: described('Same as `url`.', ADDRESS),
  website: described('Same as `url`.', ADDRESS),
  web: described('Same as `url`.', ADDRESS),
  key: described('The key of an entry in a data file of authors.', text(MAX_AUTHOR_NAME)),
  id: described('Same as `key`.', text(MAX_AUTHOR_NAME)),
};

const IMAGE: Record<(typeof IMAGE_NAMES)[number], JsonSchema> = {
  url: described('The address, or a path relative to this file.', { type: 'string', pattern: '\\S' }),
  width: described('The width in pixels, for an image on another host.', PIXELS),
  height: described('The height in pixels, for an image on another host.', PIXELS),
  title: described('The caption.', text(MAX_CAPTION)),
  alt: described('What the image shows, for readers who do not see it.', text(MAX_CAPTION)),
};

const PROVIDER: Record<(typeof PROVIDER_NAMES)[number], JsonSchema> = {
  name: described('The name.', text(MAX_PROVIDER_NAME)),
  domain: described('The host, such as cnn.com. It is the address of the provider on this site.', {
    type: ['string', 'null'],
  }),
  images: described('The logo, in one or more sizes.', someOf(IMAGE_VALUE, MAX_IMAGES)),
};

function described(description: string, value: JsonSchema): JsonSchema {
  return { description, ...value };
}

/** A property for each name of each field. The description of an alternative name refers to the main name. */
function propertiesOf(fields: readonly ArticleField[]): JsonSchema {
  const properties = fields.flatMap((field) => {
    const [description, value] = PROPERTIES[field];
    const names: readonly string[] = FIELD_NAMES[field];
    const own = names.find((name) => name === field) ?? names[0];
    return names.map((name) => [
      name,
      described(name === own ? description : `Same as \`${own}\`. ${description}`, value),
    ]);
  });
  return Object.fromEntries(properties) as JsonSchema;
}

/** Requires that at least one name of one of these fields has a value. */
function requireOneOf(...fields: ArticleField[]): JsonSchema {
  const names = fields.flatMap((field): readonly string[] => FIELD_NAMES[field]);
  const conditions = names.map((name) => ({ required: [name], properties: { [name]: NOT_EMPTY } }));
  return conditions.length === 1 ? { ...conditions[0] } : { anyOf: conditions };
}
const NOT_EMPTY = { not: { type: 'null' }, pattern: '\\S' };
