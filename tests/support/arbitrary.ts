import fc from 'fast-check';
import { ARTICLE_NAMES, IMAGE_NAMES, PROVIDER_NAMES } from '../../src/pipeline/content/normalize/names/field-names.ts';

/* Arbitraries for odd and hostile content files. */

/** Ciphertext like that in `secured`. */
export const SECRET = 'q7vXo0sWbOuwwNnnkc2qpJtN1bTCarSPPTKLEZf6FAN22nc737ss';

const PIECES = [
  ['a', 'Word', ' ', '  ', '\n', '\r', '\t', '\u00a0', '\u2028', '\u3000', '.', ',', '-', '#', '"', "'", '`', '\\'],
  ['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u009f', '\ufeff', '\ufffe', '\uffff', '\ud83d', '\udc00'],
  ['\u061c', '\u200b', '\u200e', '\u200f', '\u202a', '\u202e', '\u2066', '\u2069', '\u{e0001}', '\u{e007f}'],
  [
    '&#0;',
    '&#7;',
    '&#x80;',
    '&#x202e;',
    '&#8238;',
    '&#xd83d;',
    '&#x110000;',
    '&rlm;',
    '&amp;#x202e;',
    '&lt;b&gt;',
    '&',
  ],
  ['<b>', '</b>', '<br>', '<script>', '</script>', '<!--', '-->', '<a href="', '<', '>', '<![CDATA[', '<?', '<svg'],
  ['*', '_', '~~', '[', '](', ')', '![', '![a](../p.png)', '> ', '- ', '1. ', '# ', '```', '|', '|-|-|', '[^a]', ': '],
  [
    'https://',
    'javascript:',
    'data:',
    'x.example',
    '//',
    '/',
    '..',
    '%00',
    '%2e',
    'user:word@',
    '?utm_source=x',
    '[::1]',
  ],
  ['👩\u200d🚀', 'می\u200cخواهم', 'e\u0301', 'İ', 'ß', 'ﬁ', '漢字', '한글', 'ไทย', '𓀀', '𞤀', 'َ'.repeat(5)],
  ['true', 'null', '007', '1e999', '2021-05-19', '__proto__', 'constructor', 'con', 'index.html', '.json', ': x', '{{'],
].flat();

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((parts) => parts.join(''));
const units = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 12 });

/** Any text, including half surrogate pairs, control characters, bidi controls and markup. */
export const text = fc.oneof({ weight: 4, arbitrary: pieces }, units, fc.string({ unit: 'binary', maxLength: 12 }));

const address = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        'https://',
        'http://',
        'HTTPS:',
        '//',
        '',
        'javascript:',
        'data:text/html,',
        'ftp://',
        'https:/\\',
      ),
      fc.constantFrom('', '', 'me@', 'me:word@', '@', 'www.youtube.com@'),
      fc.oneof(
        fc.constantFrom(
          'a.example',
          'A.EXAMPLE',
          '1.2.3.4',
          '[::1]',
          'xn--a',
          'bücher.example',
          'www.youtube.com',
          '%41',
          '',
        ),
        text,
      ),
      fc.oneof(
        fc.constantFrom('', '/', '/x?utm_source=n&id=1#y', '/embed/6NPtZSMH0h4', '/i.png', '/../..', ':99999/'),
        text,
      ),
    )
    .map((parts) => parts.join('')),
  fc.webUrl(),
  fc.constantFrom('p.png', '../p.png', '/p.svg', 'a b.png', '../../etc/passwd', 'assets/x.png', '\\\\host\\p.png'),
);

const scalar = fc.oneof(
  { weight: 4, arbitrary: text },
  { weight: 2, arbitrary: address },
  fc.constantFrom(
    '2021-05-19',
    '2021-05-19T15:02:27Z',
    '2021-02-30',
    '9999-12-31T23:59-15:00',
    'true',
    'false',
    '-1',
    '174',
  ),
  fc.constantFrom(
    'en',
    'pt_BR',
    'x'.repeat(2_000),
    'en-x-'.repeat(9),
    '1e400',
    '0x10',
    '1_000',
    '<iframe src="//youtu.be/6NPtZSMH0h4">',
  ),
  fc.constantFrom(null, undefined, true, false),
  fc.double(),
);

/** `secured` and misspellings of it. */
const misspelling = fc.constantFrom(
  'secured',
  'Secured',
  'SECURED',
  'securd',
  'secred',
  'sceured',
  'secuured',
  'secureds',
  '_secured',
  'sekured',
  'seucrde',
);

const NAMES = [...ARTICLE_NAMES, ...IMAGE_NAMES, ...PROVIDER_NAMES, 'toString', 'valueOf', 'constructor', 'tpoics'];

/** Any value that a parser may return. */
const { value } = fc.letrec<{ value: unknown; fields: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: scalar },
    { weight: 2, arbitrary: tie('fields') },
    { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
  ),
  fields: fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 5 }),
}));

const VALID = { title: 'A title', publishedDateTime: '2021-05-19T15:02:27Z', webUrl: 'https://example.com/a' };
const story = fc
  .dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 4 })
  .map((fields) => ({ ...VALID, ...fields }));

/** The fields of a file. Most have the required fields of an article; any of them may be odd. */
export const frontMatter: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...NAMES), value, { maxKeys: 6 }),
    fc.constantFrom({}, VALID, VALID),
    fc.option(fc.array(story, { maxLength: 3 }), { nil: undefined }),
    fc.option(fc.array(fc.record({ url: address, title: text, width: value, height: value }), { maxLength: 3 }), {
      nil: undefined,
    }),
    fc.option(fc.record({ name: value, domain: fc.oneof(address, value), images: value }), { nil: undefined }),
  )
  .map(([fields, base, related, images, provider]) => ({
    ...base,
    ...(related ? { related } : {}),
    ...(images ? { images } : {}),
    ...(provider ? { provider } : {}),
    ...fields,
  }));

/** Fields with ciphertext at any depth. */
export const withSecret = fc
  .tuple(frontMatter, misspelling, fc.array(fc.constantFrom(...NAMES), { maxLength: 3 }))
  .map(([fields, name, path]) => ({
    ...fields,
    ...path.reduceRight<Record<string, unknown>>((inner, part) => ({ ...VALID, [part]: inner }), {
      [name]: SECRET,
      ...VALID,
    }),
  }));

const scalarLine = fc
  .tuple(fc.constantFrom(...NAMES, 'x', '"q"', '- a', '  - b', '? c', '&a d', '<<', '[e]'), fc.oneof(text, address))
  .map(([name, line]) => `${name}: ${line}`);
const yamlText = fc
  .array(
    fc.oneof(scalarLine, text, fc.constantFrom('related:', '  - title: R', 'a: &a [x]', 'b: *a', 'c: !!int x', '---')),
    {
      maxLength: 6,
    },
  )
  .map((lines) => lines.join('\n'));
const tomlText = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...NAMES, 'a.b', '"q"'), text)
        .map(([name, line]) => `${name} = ${JSON.stringify(line)}`),
      fc.constantFrom(
        '[provider]',
        '[[related]]',
        'x = 1_000',
        'y = 0x10',
        'z = 2021-02-30',
        'd = 07:32:00',
        'e = """',
        '[a.b]',
      ),
      text,
    ),
    { maxLength: 6 },
  )
  .map((lines) => lines.join('\n'));
const MINIMAL = 'title: A\ndate: 2021-01-01\nlink: https://a.example/\n';

/** The text of a whole file, valid or not. */
export const fileText = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(yamlText, text).map(([lines, body]) => `---\n${MINIMAL}${lines}\n---\n${body}`) },
  { weight: 2, arbitrary: fc.tuple(yamlText, text).map(([lines, body]) => `---\n${lines}\n---\n${body}`) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(tomlText, text)
      .map(
        ([lines, body]) => `+++\ntitle = "A"\ndate = 2021-01-01\nlink = "https://a.example/"\n${lines}\n+++\n${body}`,
      ),
  },
  { weight: 2, arbitrary: fc.tuple(frontMatter, text).map(([fields, body]) => `${asJson(fields)}\n${body}`) },
  { weight: 1, arbitrary: fc.tuple(withSecret, text).map(([fields, body]) => `---\n${asJson(fields)}\n---\n${body}`) },
  text,
);

const asJson = (fields: unknown): string => JSON.stringify(fields) ?? '';

/** The text of a file with a part removed, duplicated or replaced. */
export const brokenFile = fc
  .tuple(
    fileText,
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.nat(20),
    fc.oneof(text, fc.constantFrom('\r', '\r\n', '"', '{')),
  )
  .map(([whole, share, length, instead]) => {
    const at = Math.floor(whole.length * share);
    return whole.slice(0, at) + instead + whole.slice(at + length);
  });
