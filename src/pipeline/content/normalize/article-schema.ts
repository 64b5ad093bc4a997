import {
  FIELD_NAMES,
  type Field,
  type IMAGE_NAMES,
  type PROVIDER_NAMES,
  RELATED_FIELDS,
} from './fields/field-names.ts';
import { MAX_FORMER } from './fields/former-paths.ts';
import { MAX_CAPTION, MAX_IMAGES, MAX_PIXELS } from './fields/images.ts';
import { MAX_PROVIDER_NAME } from './fields/provider.ts';
import { MAX_SEGMENT_BYTES, UNSAFE_SIGNS } from './fields/slug.ts';
import { MAX_TOPIC_NAME, MAX_TOPICS } from './fields/topic-names.ts';
import { MAX_EXCERPT, MAX_TITLE, MAX_WORD } from './normalize-story.ts';
import { MAX_RELATED } from './related-stories.ts';
import { DATE_PATTERN } from './values/parse-date.ts';
import { FALSE_WORDS, NUMBER, TRUE_WORDS } from './values/read-value.ts';

/*
 * The front matter of an article as a JSON Schema, for editors: what they take amiss, the checks do too. It says less
 * than these: not which days the calendar has, or what text is left without its markup.
 * https://json-schema.org/draft-07/json-schema-validation
 */

export type JsonSchema = { readonly [key: string]: unknown };

/** Where a content folder keeps the schema. */
export const SCHEMA_FILE = 'article.schema.json';

/** The comment by which a content file names the schema to editors. */
export const schemaLine = (file: string): string =>
  `# yaml-language-server: $schema=${'../'.repeat(file.split('/').length - 1) || './'}${SCHEMA_FILE}`;

export const articleSchema = (): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Front matter of an article',
  type: 'object',
  allOf: [oneGiven('title'), oneGiven('publishedAt')],
  properties: propertiesOf(Object.keys(FIELD_NAMES) as Field[]),
  definitions: {
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
      allOf: [oneGiven('title'), oneGiven('publishedAt'), oneGiven('originUrl', 'ampUrl')],
      properties: propertiesOf(RELATED_FIELDS),
    },
  },
});

/** A text that may be empty: then the field counts as not given. A pattern is for what stands between blanks. */
const matching = (pattern: string): JsonSchema => ({ type: ['string', 'null'], pattern: `^\\s*(?:${pattern})?\\s*$` });

/** Text, or what is text as it is spelt. */
const text = (maxLength: number): JsonSchema => ({ type: ['string', 'number', 'boolean', 'null'], maxLength });

const inner = ({ source }: RegExp): string => source.slice(1, -1);

const anyCase = (word: string): string => word.replace(/[a-z]/g, (letter) => `[${letter.toUpperCase()}${letter}]`);

const DATE_TEXT = matching(inner(DATE_PATTERN));
const ADDRESS = matching(`${anyCase('http')}[Ss]?:[^]*`);
const BOOLEAN = { anyOf: [{ type: 'boolean' }, matching([...TRUE_WORDS, ...FALSE_WORDS].map(anyCase).join('|'))] };
const NUMBER_TEXT = matching(inner(NUMBER));
const SCORE = { anyOf: [{ type: 'number', minimum: 0 }, { const: -1 }, NUMBER_TEXT] };
const PIXELS = { anyOf: [{ type: 'number', minimum: 1, maximum: MAX_PIXELS }, NUMBER_TEXT] };
const SIGN = `[^/${UNSAFE_SIGNS}]`;
const PATH = matching(`/|(?:/(?!\\.)[^/#${UNSAFE_SIGNS}]+)+/?`);

const ofDefinition = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** One, or a list of several. */
const someOf = (one: JsonSchema, maxItems: number): JsonSchema => ({
  anyOf: [one, { type: 'array', items: one, maxItems }, { type: 'null' }, EMPTY],
});
const EMPTY = { type: 'string', pattern: '^\\s*$' };

const IMAGE_VALUE = { anyOf: [{ type: 'string', pattern: '\\S' }, ofDefinition('image')] };

/** A property, in the words that an editor shows, and what it may hold. */
type Property = [description: string, value: JsonSchema];

const PROPERTIES: Record<Field, Property> = {
  title: ['The headline, as plain text.', text(MAX_TITLE)],
  publishedAt: [
    'When the provider published it: ISO 8601. Without a zone it is UTC; the time may be missing.',
    DATE_TEXT,
  ],
  updatedAt: ['When it was changed last: ISO 8601.', DATE_TEXT],
  originUrl: ['Where it was published. An article without it needs a body.', ADDRESS],
  ampUrl: ["The publisher's AMP page.", ADDRESS],
  ampCacheUrl: ['The AMP page in a cache.', ADDRESS],
  excerpt: ['What it is about, in a sentence or two; plain text.', text(MAX_EXCERPT)],
  kind: ['What kind of story it is: `article`, `video` or another word.', text(MAX_WORD)],
  category: ['A word for what it belongs to.', text(MAX_WORD)],
  quality: ['A score of 0 or more; -1 says that it is not known.', SCORE],
  heat: ['A score of 0 or more; -1 says that it is not known.', SCORE],
  published: ['`false` makes it a draft.', BOOLEAN],
  draft: ['`true` makes it a draft, which readers do not get.', BOOLEAN],
  pinned: ['`true` lets it lead the front page: the newest pinned article does.', BOOLEAN],
  provider: [
    'The news organisation: its name, or `name`, `domain` and `images`.',
    { anyOf: [{ type: ['string', 'null'], maxLength: MAX_PROVIDER_NAME }, ofDefinition('provider')] },
  ],
  topics: [
    'What it is about: a list of names, or names with commas between them.',
    {
      anyOf: [
        { type: ['string', 'number', 'boolean', 'null'] },
        { type: 'array', items: text(MAX_TOPIC_NAME), maxItems: MAX_TOPICS },
      ],
    },
  ],
  images: [
    'Its pictures, the lead image first: addresses, or paths relative to this file.',
    someOf(IMAGE_VALUE, MAX_IMAGES),
  ],
  related: ['Related stories, which have the fields of an article.', someOf(ofDefinition('relatedStory'), MAX_RELATED)],
  video: ['The embed of a YouTube or Vimeo video.', { type: ['string', 'null'] }],
  lang: [
    "Its language where that is not the site's, such as `en` or `pt-BR`.",
    matching('[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*'),
  ],
  slug: [
    "The last part of its address, instead of the file's name.",
    {
      type: ['string', 'number', 'boolean', 'null'],
      pattern: `^\\s*(?:(?![\\s.])${SIGN}+)?$`,
      maxLength: MAX_SEGMENT_BYTES,
    },
  ],
  formerPaths: [
    'Former paths below the address of the site, such as `/2019/05/story.html`, oldest first. A page at each redirects here.',
    { anyOf: [PATH, { type: 'array', items: PATH, maxItems: MAX_FORMER }] },
  ],
};

const IMAGE: Record<(typeof IMAGE_NAMES)[number], JsonSchema> = {
  url: described('Its address, or a path relative to this file.', { type: 'string', pattern: '\\S' }),
  width: described('In pixels, where the picture is on another host.', PIXELS),
  height: described('In pixels, where the picture is on another host.', PIXELS),
  title: described('A caption.', text(MAX_CAPTION)),
};

const PROVIDER: Record<(typeof PROVIDER_NAMES)[number], JsonSchema> = {
  name: described('What it is called.', text(MAX_PROVIDER_NAME)),
  domain: described('Its host, such as cnn.com: its page is found by it.', { type: ['string', 'null'] }),
  images: described('Its logo, in one or several sizes.', someOf(IMAGE_VALUE, MAX_IMAGES)),
};

function described(description: string, value: JsonSchema): JsonSchema {
  return { description, ...value };
}

/** Each spelling of each field. Foreign ones say of which field they are. */
function propertiesOf(fields: readonly Field[]): JsonSchema {
  const properties = fields.flatMap((field) => {
    const [description, value] = PROPERTIES[field];
    const names: readonly string[] = FIELD_NAMES[field];
    const own = names.find((name) => name === field) ?? names[0];
    return names.map((name) => [name, described(name === own ? description : `As \`${own}\`. ${description}`, value)]);
  });
  return Object.fromEntries(properties) as JsonSchema;
}

/** That at least one spelling of one of these fields holds something. */
function oneGiven(...fields: Field[]): JsonSchema {
  const names = fields.flatMap((field): readonly string[] => FIELD_NAMES[field]);
  const given = names.map((name) => ({ required: [name], properties: { [name]: SOMETHING } }));
  return given.length === 1 ? { ...given[0] } : { anyOf: given };
}
const SOMETHING = { not: { type: 'null' }, pattern: '\\S' };
