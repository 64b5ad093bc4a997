/** A content file with one error or warning, and the expected diagnostic. */
export interface FaultyFile {
  file: string;
  body: string | Uint8Array;
  line: number;
  column: number;
  severity: 'error' | 'warning';
  code: string;
  field: string | null;
  /** A part of the message. */
  message: string;
}

/**
 * The expected location in a source. It is not part of the file. `NAME` is replaced by the name of the file, for values
 * that must be unique.
 */
const MARK = '▸';

type Row = readonly [source: string, code: string, field: string | null, message: string];

interface Kind {
  name: string;
  severity: FaultyFile['severity'];
  rows: readonly Row[];
  /** Turns a source into a whole file. */
  wrap?: (source: string) => string;
}

const HEAD = 'title: A title\npublishedDateTime: 2021-05-19\nwebUrl: https://example.com/NAME';
const yaml = (lines: string): string => `---\n${HEAD}\n${lines}\n---\n`;
const toml = (lines: string): string =>
  `+++\ntitle = "A title"\npublishedDateTime = 2021-05-19\nwebUrl = "https://example.com/NAME"\n${lines}\n+++\n`;
const json = (lines: string): string =>
  `{\n  "title": "A title",\n  "date": "2021-05-19",\n  "link": "https://example.com/NAME"${lines}`;

const fields: Kind = {
  name: 'field',
  severity: 'warning',
  wrap: yaml,
  rows: [
    ['excerpt: ▸[One, Two]', 'not-text', 'excerpt', 'Expected text, found a list.'],
    ['description: ▸{ long: text }', 'not-text', 'description', 'Expected text, found nested fields.'],
    [`excerpt: ▸${'word '.repeat(2_100)}`, 'cut', 'excerpt', 'Expected at most 10,000 characters, found 10,499'],
    ['quality: ▸high', 'not-a-number', 'quality', 'Expected a number, found `high`.'],
    ['"quality": ▸"very high"', 'not-a-number', 'quality', 'found `very high`'],
    ['▸quality:\n  - 3', 'not-a-number', 'quality', 'found a list'],
    ['heat: ▸-2', 'bad-score', 'heat', 'Expected a score of 0 or more, or -1, found `-2`.'],
    ['published: ▸maybe', 'not-a-truth-value', 'published', 'Expected true or false, found `maybe`.'],
    ['updatedDateTime: ▸2021-02-30', 'bad-date', 'updatedDateTime', 'a date and time that exist, found `2021-02-30`'],
    ['lastmod: ▸yesterday', 'bad-date', 'lastmod', 'which is another date every day'],
    ['locale: ▸"?"', 'bad-language', 'locale', 'Expected a language such as en or pt-BR, found `?`.'],
    [
      'ampWebUrl: ▸ftp://example.com/',
      'bad-address',
      'ampWebUrl',
      'an http or https address, found `ftp://example.com/`',
    ],
    [
      'ampWebUrl: ▸https://me:word@example.com/',
      'bad-address',
      'ampWebUrl',
      'an address without a user name, found one',
    ],
    ['cdnAmpWebUrl: ▸https://cache.example/1', 'unknown-amp-cache', 'cdnAmpWebUrl', 'found `cache.example`'],
    ['provider: ▸[News]', 'bad-provider', 'provider', 'Expected a provider with a `name`, found a list.'],
    ['provider:\n  name: News\n  domain: ▸127.0.0.1', 'bad-domain', 'provider.domain', 'found `127.0.0.1`'],
    ['provider:\n  domain: news.example\n  name: ▸[News]', 'not-text', 'provider.name', 'found a list'],
    [
      'provider:\n  ▸nmae: News\n  domain: news.example',
      'unknown-field',
      'provider.nmae',
      'Expected a known field, found `nmae`',
    ],
    ['topics:\n  - One\n  - ▸{ colour: Two }', 'not-text', 'topics[1]', 'found nested fields'],
    [`topics: [One, ▸${'x '.repeat(120)}]`, 'cut', 'topics[1]', 'Expected at most 200 characters, found 239'],
    ['▸tpoics: [One]', 'unknown-field', 'tpoics', 'Expected a known field, found `tpoics`; it is ignored.'],
    [
      'image: ▸missing.png',
      'bad-local-image',
      'image',
      'The image `missing.png` cannot be used: the file does not exist.',
    ],
    ['image: ▸notes.txt', 'bad-local-image', 'image', 'expected an AVIF, GIF, JPEG, PNG, SVG or WebP file'],
    ['images:\n  - url: ▸plates/fake.png', 'bad-local-image', 'images[0].url', 'it is not an image'],
    ['images:\n  - url: ▸plates/wide.gif', 'large-image', 'images[0].url', 'at most 1,600 px wide, found 1,601 px'],
    ['images:\n  - ▸width: 3', 'bad-image', 'images[0]', 'Expected an image with a `url`, found none.'],
    ['images:\n  - url: https://example.com/1.png\n    width: ▸0', 'bad-size', 'images[0].width', 'pixels, found `0`'],
    ['images:\n  - url: ▸data:image/png;base64,AA', 'bad-address', 'images[0].url', 'found `data:image/png;base64,AA`'],
    ['images:\n  - url: https://example.com/1.png\n    ▸widht: 4', 'unknown-field', 'images[0].widht', '`widht`'],
    ['featuredContent: ▸<b>no video</b>', 'unknown-video', 'featuredContent', 'a YouTube or Vimeo video, found `<b>no'],
  ],
};

const STORY = '  - title: Two\n    publishedDateTime: 2021-05-17\n';

const related: Kind = {
  name: 'related',
  severity: 'warning',
  wrap: (lines) =>
    yaml(`related:\n  - title: One\n    publishedDateTime: 2021-05-18\n    webUrl: https://example.org/1\n${lines}`),
  rows: [
    ['  - ▸Two', 'bad-related-story', 'related[1]', 'Expected a story with a `title`, found `Two`.'],
    ['  - ▸date: 2021-05-17\n    link: https://example.org/2', 'bad-related-story', 'related[1].title', 'found none'],
    ['  - title: Two\n    date: ▸soon\n    link: https://example.org/2', 'bad-date', 'related[1].date', 'found `soon`'],
    [
      `${STORY}    webUrl: ▸nowhere`,
      'bad-address',
      'related[1].webUrl',
      'found `nowhere`. The related story is left out.',
    ],
    [STORY.replace('title', '▸title'), 'bad-related-story', 'related[1].webUrl', 'or an `ampWebUrl`, found none.'],
    [
      `${STORY.replace('title', '▸titel')}    link: https://example.org/2`,
      'unknown-field',
      'related[1].titel',
      '`titel`',
    ],
    ['    provider: { domain: ▸"no host", name: N }', 'bad-domain', 'related[0].provider.domain', 'found `no host`'],
    ['    images:\n      - url: ▸"javascript:x"', 'bad-address', 'related[0].images[0].url', 'found `javascript:x`'],
    ['    excerpt: ▸[One]', 'not-text', 'related[0].excerpt', 'Expected text, found a list.'],
  ],
};

const required: Kind = {
  name: 'required',
  severity: 'error',
  wrap: (lines) => `---\n${lines}\n---\n`,
  rows: [
    [
      '▸titel: T\ndate: 2021-05-19\nlink: https://example.com/NAME',
      'missing-field',
      'titel',
      'a `title`, found `titel`',
    ],
    ['title: ▸[T]\ndate: 2021-05-19\nlink: https://example.com/NAME', 'bad-required-field', 'title', 'found a list'],
    [
      '▸title: T\nlink: https://example.com/NAME',
      'missing-field',
      'publishedDateTime',
      'a date such as 2026-11-23, found none',
    ],
    [
      'title: T\ndate: ▸9. Mai 2021\nlink: https://example.com/NAME',
      'bad-required-field',
      'date',
      'found `9. Mai 2021`',
    ],
    ['▸title: T\ndate: 2021-05-19', 'missing-field', 'webUrl', 'a `webUrl`, an `originalUrl` or a body, found none'],
    [
      'title: T\ndate: 2021-05-19\nwebUrl: ▸NAME.example',
      'bad-required-field',
      'webUrl',
      'an http or https address, found',
    ],
  ],
};

const replaced: Kind = {
  name: 'replaced',
  severity: 'warning',
  wrap: (lines) => `---\n${lines}\n---\n`,
  rows: [
    ['▸date: 2021-05-19\nlink: https://example.com/NAME', 'missing-title', 'title', 'Expected a `title` or a heading'],
    [`${HEAD}\nslug: ▸con`, 'bad-slug', 'slug', '`con` is reserved on Windows'],
    [`${HEAD}\nslug: ▸good-1`, 'same-slug', 'slug', 'already the slug of `good-1.md`'],
  ],
};

const yamlSyntax: Kind = {
  name: 'yaml',
  severity: 'error',
  wrap: yaml,
  rows: [
    ['excerpt: ▸"open\nquality: 3', 'yaml-syntax', 'excerpt', 'a quote is not closed'],
    ['excerpt: ▸One: two', 'yaml-syntax', 'excerpt', 'expected one value, found a field inside it'],
    ['provider:\n▸\tname: News', 'yaml-syntax', null, 'expected an indentation of spaces, found a tab'],
    ['▸quality:3', 'yaml-syntax', null, 'expected a line of the form `name: value`'],
    ['▸just words\nquality: 3', 'yaml-syntax', null, 'expected a line of the form `name: value`'],
    ['▸- a list\nquality: 3', 'yaml-syntax', null, 'found an item of a list'],
    ['topics: ▸[One, Two\nquality: 3', 'yaml-syntax', 'topics', 'a bracket is not closed'],
    [
      'provider:\n    name: News\n  ▸domain: a.example',
      'yaml-syntax',
      null,
      'the indentation of the line differs from the lines above it',
    ],
    [' ▸quality: 3', 'yaml-syntax', null, 'the line is indented further than the field above it'],
    ['excerpt: ▸@home', 'yaml-syntax', 'excerpt', 'a value cannot begin with `@`'],
    ['excerpt: ▸*bold*', 'yaml-syntax', 'excerpt', 'a value begins with `*`'],
    ['excerpt: ▸!important', 'yaml-syntax', 'excerpt', 'a value begins with `!`'],
    ['excerpt: "C:▸\\quick"', 'yaml-syntax', 'excerpt', 'a backslash begins an unknown escape'],
    ['excerpt: "One" ▸and two', 'yaml-syntax', 'excerpt', 'expected the end of the value, found more'],
    ['quality: 3\n▸quality: 4', 'duplicate-key', 'quality', 'Expected each field once, found `quality` twice.'],
    ['provider:\n  name: A\n  ▸name: B', 'duplicate-key', 'provider.name', 'found `name` twice'],
    [
      '▸__proto__: { isDraft: true }',
      'hostile-front-matter',
      '__proto__',
      'Expected another field name, found `__proto__`',
    ],
    [`x: &a [1]\nz: [${'*a, '.repeat(100)}▸*a]`, 'too-many-aliases', null, 'Expected at most 100 aliases, found more.'],
  ],
};

const tomlSyntax: Kind = {
  name: 'toml',
  severity: 'error',
  wrap: toml,
  rows: [
    ['excerpt = ▸"open\nquality = 3', 'toml-syntax', 'excerpt', 'a quote is not closed'],
    ['excerpt = ▸words', 'toml-syntax', 'excerpt', 'expected text in quotes, a number, a date'],
    ['▸excerpt', 'toml-syntax', null, 'expected a line of the form `name = value` or `[name]`'],
    ['updated = ▸2021-13-01', 'toml-syntax', 'updated', 'expected a date that exists'],
    ['provider.name = "A"\n▸provider.name = "B"', 'duplicate-key', 'provider.name', 'found `provider.name` twice'],
  ],
};

const tomlFields: Kind = {
  name: 'toml-field',
  severity: 'warning',
  wrap: toml,
  rows: [
    ['provider = { name = "A", domain = ▸"no host" }', 'bad-domain', 'provider.domain', 'found `no host`'],
    [
      'excerpt = """\nquality = 3\n"""\ntopics = [\n  "A",\n  ▸{ colour = "B" },\n]',
      'not-text',
      'topics[1]',
      'found nested fields',
    ],
    [
      '[[related]]\ntitle = "A"\nlink = "https://example.org/1"\ndate = ▸"soon"',
      'bad-date',
      'related[0].date',
      '`soon`',
    ],
  ],
};

const jsonSyntax: Kind = {
  name: 'json',
  severity: 'error',
  wrap: json,
  rows: [
    [',\n▸}\n', 'json-syntax', null, 'expected a name in quotes, found `}` after a comma'],
    ['\n  ▸"excerpt": "One"\n}\n', 'json-syntax', null, 'expected a comma or the end, found more'],
    [",\n  ▸'excerpt': 1\n}\n", 'json-syntax', null, 'found a single quote'],
    ['▸\n', 'json-syntax', null, 'expected a comma or the end, found the end'],
    [',\n  ▸"title": "Another"\n}\n', 'duplicate-key', 'title', 'found `title` twice'],
  ],
};

const jsonFields: Kind = {
  name: 'json-field',
  severity: 'warning',
  wrap: json,
  rows: [
    [',\n\t"provider": {\t"name": "N", "domain": ▸"no host" }\n}\n', 'bad-domain', 'provider.domain', '`no host`'],
  ],
};

const bodies: Kind = {
  name: 'body',
  severity: 'warning',
  rows: [
    [`${yaml('')}\nWords.\n\n  ▸![A plate](none.svg)\n`, 'bad-local-image', 'body', '`none.svg` cannot be used'],
    [
      `${toml('')}Words and ▸![a plate](plates/fake.png).`,
      'bad-local-image',
      'body',
      '`plates/fake.png` cannot be used',
    ],
  ],
};

const encodings: Kind = {
  name: 'encoding',
  severity: 'warning',
  rows: [
    [yaml('quality: ▸of CRLF').replaceAll('\n', '\r\n'), 'not-a-number', 'quality', '`of CRLF`'],
    [yaml('quality: ▸of CR').replaceAll('\n', '\r'), 'not-a-number', 'quality', '`of CR`'],
    [`\ufeff${yaml('quality: ▸of a mark')}`, 'not-a-number', 'quality', '`of a mark`'],
    [yaml('provider: { name: 報道 🚀, domain: ▸"after wide" }'), 'bad-domain', 'provider.domain', '`after wide`'],
    [yaml('provider: {\tname: N,\tdomain: ▸"after tabs" }'), 'bad-domain', 'provider.domain', '`after tabs`'],
  ],
};

const wholeFiles: Kind = {
  name: 'whole',
  severity: 'error',
  rows: [
    ['▸Just text.', 'no-front-matter', null, 'Expected front matter, found text.'],
    [`▸---\n${HEAD}\n`, 'unclosed-front-matter', null, 'Expected a line `---` that closes the front matter'],
    [
      '▸---js\n{ title: 1 }\n---\n',
      'unknown-fence',
      null,
      'Expected `---` alone on its line, found front matter in `js`',
    ],
    ['---\n▸- One\n---\n', 'not-a-mapping', null, 'Expected fields, lines of the form `name: value`, found a list.'],
  ],
};

const deferred: Kind = {
  name: 'deferred',
  severity: 'warning',
  rows: [
    [
      '---\ntitle: T\ndate: 2020-01-01\nwebUrl: ▸https://example.com/good-0?utm_source=x\n---\n',
      'duplicate',
      'webUrl',
      '`good-0.md`, which is newer. This one is left out.',
    ],
  ],
};

const bytes = (text: string, ...after: number[]): Uint8Array => Buffer.concat([Buffer.from(text), Buffer.from(after)]);

/** Files that are not text, or are not articles. */
const others: readonly FaultyFile[] = [
  {
    ...at(1, 1, 'error', 'too-large', null, 'Expected a file of at most 2 MB, found 2.1 MB.'),
    file: 'large.md',
    body: yaml('').padEnd(2_100_000, '.'),
  },
  {
    ...at(3, 10, 'error', 'not-utf-8', null, 'Expected UTF-8, found an invalid byte.'),
    file: 'latin-1.md',
    body: bytes('---\ntitle: é\nexcerpt: ', 0xe9, 0x0a),
  },
  {
    ...at(2, 9, 'error', 'not-text', null, 'Expected text, found a NUL byte.'),
    file: 'nul-byte.md',
    body: bytes('---\ntitle: N', 0, 0x0a),
  },
  {
    ...at(2, 11, 'error', 'bad-setting', 'timeZone', 'Expected a time zone such as Europe/Berlin, found `Mars`.'),
    file: 'site.yaml',
    body: 'title: Paper\ntimeZone: Mars\n',
  },
  {
    ...at(2, 9, 'warning', 'unknown-parent', 'parent', 'Expected the name of a topic, found `Nothing`'),
    file: 'topics/one.yaml',
    body: 'name: One\nparent: Nothing\n',
  },
  {
    ...at(1, 1, 'error', 'missing-field', 'nmae', 'Expected a `name`, found `nmae`; every topic needs one.'),
    file: 'topics/two.yaml',
    body: 'nmae: Two\n',
  },
  {
    ...at(3, 9, 'warning', 'bad-domain', 'domain', 'Expected a host such as cnn.com, found `no host`'),
    file: 'providers/one.md',
    body: '---\nname: One\ndomain: no host\n---\n',
  },
  {
    ...at(2, 7, 'warning', 'bad-slug', 'slug', '`aux` is reserved on Windows'),
    file: 'aux-2.md',
    body: yaml('').replace('NAME', 'aux').replace('---\n', '---\nslug: aux\n'),
  },
];

function at(
  line: number,
  column: number,
  severity: FaultyFile['severity'],
  code: string,
  field: string | null,
  message: string,
): Omit<FaultyFile, 'file' | 'body'> {
  return { line, column, severity, code, field, message };
}

const KINDS = [
  fields,
  related,
  required,
  replaced,
  yamlSyntax,
  tomlSyntax,
  tomlFields,
  jsonSyntax,
  jsonFields,
  bodies,
  encodings,
  wholeFiles,
  deferred,
];

/** Files with one diagnostic each, all different. */
export const faultyFiles: readonly FaultyFile[] = [...KINDS.flatMap(asFiles), ...others];

function asFiles({ name, severity, rows, wrap = (source) => source }: Kind): FaultyFile[] {
  return rows.map(([source, code, field, message], index) => {
    const file = `${name}-${index}`;
    const marked = wrap(source).replaceAll('NAME', file);
    const before = marked
      .slice(0, marked.indexOf(MARK))
      .replace('\ufeff', '')
      .split(/\r\n|\n|\r/);
    const column = (before.at(-1)?.length ?? 0) + 1;
    return {
      file: `${file}.md`,
      body: marked.replace(MARK, ''),
      ...at(before.length, column, severity, code, field, message),
    };
  });
}
