import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readThemeFile, type ThemeFile } from '../../../../../src/pipeline/settings/look/theme/read-theme-file.ts';
import { articleFile, contentFolder, editionOf, type Files } from '../../../../support/content-folder.ts';
import { withTimeLimit } from '../../../../support/time-limits.ts';

const read = (css: string | Uint8Array, files: Files = {}, basePath = '/'): ThemeFile =>
  readThemeFile(contentFolder({ 'theme.css': css, ...files }), basePath);

/** `severity code line:column`, for each diagnostic. */
const found = (css: string | Uint8Array, files?: Files): string[] =>
  read(css, files).diagnostics.map(({ severity, code, line, column }) => `${severity} ${code} ${line}:${column}`);

const messageOf = (css: string): string =>
  read(css)
    .diagnostics.map(({ message }) => message)
    .join(' ');

test('a folder without the file has no rules', () => {
  expect(readThemeFile(contentFolder({}), '/')).toEqual({ diagnostics: [] });
});

test('the rules are kept, without a charset and comments', () => {
  const { css, diagnostics } = read('@charset "utf-8";\n/* Ours. */\n.card {\n  & h3 { color: red }\n}\n');
  expect(diagnostics).toEqual([]);
  expect(css).toBe('.card {\n  & h3 {\n    color: red;\n  }\n}');
});

test.each(['', '\n', '/* Nothing yet. */'])('a file without rules is none: %j', (css) => {
  expect(read(css)).toEqual({ diagnostics: [] });
});

describe('an error of the syntax', () => {
  test.each([
    ['a token', 'a { color: red }\n\nb { wi dth: 1px }', 'error bad-css 3:7', 'found `dth`'],
    ['no value', 'a {\r\n  color\r\n}', 'error bad-css 3:1', 'found its end'],
    ['a selector', '/* é */ a, { color: red }', 'error bad-css 1:12', 'Invalid empty selector'],
    [
      'an open brace',
      'a { color: red }\nb { color: red\n\nc { color: red }',
      'error bad-css 2:3',
      'the end of the file',
    ],
    ['a brace too many', 'a { color: red }\n}', 'error bad-css 2:1', 'found `}`'],
    ['an open bracket', 'a { color: rgb(1 2 3; }', 'error bad-css 1:15', 'Expected `)` after this `(`, found `}`'],
    ['an open comment', 'a { color: red }\n/* b { }', 'error bad-css 2:1', 'after the comment'],
    ['an open string', 'a { content: "b }\n}', 'error bad-css 1:14', 'found `b }`'],
    ['nesting', `${'a{'.repeat(101)}${'}'.repeat(101)}`, 'error too-deep 1:202', 'at most 100 levels'],
  ])('names its line and column: %s', (_, css, fault, message) => {
    expect(found(css)).toEqual([fault]);
    expect(messageOf(css)).toContain(message);
    expect(read(css).css).toBeUndefined();
  });

  test('is not in what only looks like one', () => {
    expect(
      found(`a::after { content: "} /* {"; }\n/* { */ .a\\{b { background: url(data:image/png;base64,{A) }`),
    ).toEqual([]);
  });

  test('has a code frame, and does not hide the next one', () => {
    const { diagnostics } = read('a { wi dth: 1 }\nb { hei ght: 1 }');
    expect(diagnostics.map(({ codeFrame }) => codeFrame?.text)).toEqual(['a { wi dth: 1 }', 'b { hei ght: 1 }']);
  });
});

test.each([
  ['@import "other.css";', 'Copy the rules of the other file'],
  ['@import url("https://fonts.example/a.css");', 'Copy the rules of the other file'],
  ['a { color: red }\n@IMPORT "late.css";', 'Copy the rules of the other file'],
  ['@namespace svg url(http://www.w3.org/2000/svg);', 'Select elements'],
  ['@\\69mport "other.css";', 'Copy the rules of the other file'],
  ['@\\000049 MPORT "other.css";', 'Copy the rules of the other file'],
])('is refused: %s', (css, hint) => {
  expect(found(css)).toEqual([`error refused-rule ${css.split('\n').length}:1`]);
  expect(read(css).diagnostics[0]?.hint).toContain(hint);
});

describe('a URL', () => {
  test.each([
    'url(https://cdn.example/a.png)',
    'url("http://cdn.example/a.png")',
    "url('//cdn.example/a.png')",
    'url("/\\\\cdn.example/a.png")',
    'url(\\68ttps://cdn.example/a.png)',
    'image-set("https://cdn.example/a.png" 1x)',
    'image-set(url(https://cdn.example/a.png) 1x, url(#b) 2x)',
    'linear-gradient(red, blue), url(ftp://cdn.example/a.png)',
  ])('of another host is an error: %s', (value) => {
    const css = `a {\n  background: ${value};\n}`;
    const [diagnostic, ...others] = read(css).diagnostics;
    expect(others).toEqual([]);
    expect(diagnostic).toMatchObject({ severity: 'error', file: 'theme.css', line: 2 });
    expect(diagnostic?.code).toMatch(/^(?:remote-url|no-such-file)$/);
  });

  test.each([
    ['a font', '@font-face { font-family: a; src: url(https://cdn.example/a.woff2) }', '1:35'],
    ['a custom property', ':root { --paper: url(//cdn.example/a.png) }', '1:18'],
    ['a set of images with a variable', 'a { background: var(--a) image-set("//cdn.example/a.png" 1x) }', '1:37'],
    ['an old behaviour', 'a { behavior: url(https://cdn.example/a.htc) }', '1:15'],
    ['an old binding', 'a { -moz-binding: url(https://cdn.example/a.xml#b) }', '1:19'],
    ['a cursor', 'a { cursor: url(https://cdn.example/a.cur), auto }', '1:12'],
    ['a fallback of a variable', 'a { background: src(var(--a, "//cdn.example/a.png")) }', '1:31'],
    [
      'a string that a comment has, too',
      '/* "//cdn.example/a.png" */\na { background: image-set(var(--a) 1x, "//cdn.example/a.png" 2x) }',
      '2:41',
    ],
  ])('of another host is an error in %s', (_, css, location) => {
    expect(found(css)).toEqual([`error remote-url ${location}`]);
  });

  test.each([
    '"<image>"; initial-value: url(https://cdn.example/a.png)',
    '"<url>"; initial-value: url(https://cdn.example/a.png)',
    '"<image>"; initial-value: image-set("https://cdn.example/a.png" 1x)',
    '"*"; initial-value: a src("https://cdn.example/a.png")',
  ])('is an error in an initial value: %s', (syntax) => {
    expect(found(`a { color: red }\n@property --a { inherits: true; syntax: ${syntax} }`)).toEqual([
      'error refused-url 2:1',
    ]);
  });

  test.each(['image-set(var(--a) 1x, var(--b) 2x)', 'src(var(--a))', 'image-set("a" calc(1x * var(--a)))'])(
    'of a variable is accepted: %s',
    (value) => {
      const { diagnostics } = read(`a { background: ${value} }`);
      expect(diagnostics.filter(({ code }) => code !== 'no-such-file')).toEqual([]);
    },
  );

  test('of a file of `public/` gets the base path in a function that has variables, too', () => {
    const css = 'a { background: image-set(var(--a) 1x, "/a.png" 2x) }';
    expect(read(css, { 'public/a.png': '' }, '/paper/').css).toContain('image-set(var(--a) 1x, "/paper/a.png" 2x)');
  });

  test('of a file of `public/` gets the base path, with its query and fragment', () => {
    const files = { 'public/images/größe 1.png': '', 'public/paper.woff2': '' };
    const css = '@font-face { font-family: a; src: url(/paper.woff2) }\na { mask: url("/images/größe 1.png?v=2#b") }';
    const { css: placed, diagnostics } = read(css, files, '/paper/');
    expect(diagnostics).toEqual([]);
    expect(placed).toContain('src: url("/paper/paper.woff2")');
    expect(placed).toContain('mask: url("/paper/images/gr%C3%B6%C3%9Fe%201.png?v=2#b")');
    const encoded =
      'a { background: image-set("/images/gr%C3%B6%C3%9Fe%201.png" 1x); cursor: image-set("/paper.woff2" 1x) }';
    expect(read(encoded, files, '/paper/').css).toContain('image-set("/paper/images/gr%C3%B6%C3%9Fe%201.png" 1x)');
    expect(read(encoded, files, '/paper/').css).toContain('image-set("/paper/paper.woff2" 1x)');
  });

  test.each([
    '/images/none.png',
    'images/paper.png',
    '../public/images/paper.png',
    '/public/images/paper.png',
    '/Images/paper.png',
    '',
  ])('of a file that is not there is an error that says where to put it: %j', (url) => {
    const { diagnostics } = read(`a { background: url("${url}") }`, { 'public/images/paper.png': '' });
    expect(diagnostics).toMatchObject([
      {
        severity: 'error',
        code: 'no-such-file',
        line: 1,
        column: 17,
        hint: expect.stringContaining('`public/`') as string,
      },
    ]);
  });

  test('of a file says so in a folder of which nothing is copied', () => {
    const files = { 'hugo.toml': '', 'content/a.md': articleFile(), 'public/a.png': '' };
    expect(read('a { background: url(/a.png) }', files).diagnostics).toMatchObject([
      {
        code: 'no-such-file',
        hint: 'Nothing is copied from `public/` in a folder of Hugo. Use a `data:` URL of an image.',
      },
    ]);
  });

  test('may hold an image, or name an element of the page', () => {
    const css = 'a { background: url(data:image/png;base64,iVBORw0K); filter: url(#b) }';
    expect(found(css)).toEqual([]);
    expect(read(css).css).toContain('url("data:image/png;base64,iVBORw0K")');
  });

  test.each(['data:text/html,a', 'data:font/woff2;base64,AA', 'data:,a', 'DATA:application/pdf,a'])(
    'may hold nothing but an image: %s',
    (url) => {
      expect(found(`@font-face { font-family: a; src: url("${url}") }`)).toEqual(['error bad-url 1:35']);
    },
  );
});

describe('a warning', () => {
  test.each([
    'outline: none',
    'outline: 0',
    'OUTLINE : 0px !important',
    'outline: 0 solid rgb(1 1 1)',
    'outline-width: 0',
    'outline-style: none',
  ])('says that the focus is not seen: %s', (declaration) => {
    expect(found(`a { color: red }\n  a:focus { top: 0; ${declaration} }`)).toEqual(['warning hidden-focus 2:21']);
    expect(messageOf(`a { ${declaration} }`)).toContain('readers who use a keyboard');
    expect(read(`a { ${declaration} }`).css).toContain('outline');
  });

  test.each(['font-size: 0', 'font-size:0em'])('says that text is not seen: %s', (declaration) => {
    expect(found(`a {\n  /* Why? */ ${declaration} }`)).toEqual(['warning hidden-text 2:14']);
    expect(messageOf(`a { ${declaration} }`)).toContain('disappears');
  });

  test.each(['visibility: hidden', 'visibility:collapse'])('says that a part keeps its place: %s', (declaration) => {
    expect(found(`a {\n  ${declaration} }`)).toEqual(['warning hidden-part 2:3']);
  });

  test('names rules that browsers may not know', () => {
    expect(found('a { color: red }\n@apply flex;\nb:soft { color: red }')).toEqual([
      'warning unknown-css 2:1',
      'warning unknown-css 3:3',
    ]);
  });

  test.each([
    'outline: 3px solid rgb(0 0 0)',
    'outline-offset: 0',
    'outline-color: #000',
    '--outline: none',
    'font-size: 0.9rem',
    'content: "; outline: none"',
    'visibility: visible',
    'content-visibility: hidden',
    'display: none',
  ])('is not given for %s', (declaration) => {
    expect(found(`a { ${declaration} }\n/* a { outline: none } */`)).toEqual([]);
  });
});

describe('a file', () => {
  test('of 256 KB is read, and a larger one is an error', () => {
    const rule = 'a { color: red }\n';
    expect(found(rule + ' '.repeat(256 * 1024 - rule.length))).toEqual([]);
    expect(found(' '.repeat(256 * 1024 + 1))).toEqual(['error too-large 1:1']);
    expect(messageOf(' '.repeat(3_000_000))).toBe('Expected a style sheet of at most 256 KB, found 2930 KB.');
  });

  test('that is not UTF-8 is an error at the first bad byte', () => {
    expect(found(Buffer.from('a { color: red }\n/* \xe9 */', 'latin1'))).toEqual(['error not-utf-8 2:4']);
  });

  test('that is a folder is an error', () => {
    expect(readThemeFile(contentFolder({ 'theme.css/a.txt': '' }), '/').diagnostics).toMatchObject([
      { severity: 'error', code: 'unreadable' },
    ]);
  });

  test('that is a link out of the content folder is not read', () => {
    const outside = contentFolder({ 'other.css': 'a { color: red }' });
    const root = contentFolder({});
    symlinkSync(path.join(outside, 'other.css'), path.join(root, 'theme.css'));
    expect(readThemeFile(root, '/')).toMatchObject({ diagnostics: [{ severity: 'warning', code: 'outside-link' }] });
    expect(readThemeFile(root, '/').css).toBeUndefined();
  });
});

test('text that would close an element of HTML stays text', () => {
  expect(found('a::after { content: "</style><script>alert(1)</script>" }')).toEqual([]);
  expect(read('<!-- a { color: red } -->').css).toBe('a {\n  color: red;\n}');
});

describe('the edition', () => {
  const files = { 'a.md': articleFile(), 'theme.css': 'a { color: red }\nb { outline: none; wi dth: 1px }' };

  test('has its diagnostics, and no article of it', () => {
    const { diagnostics, counts, articles, built } = editionOf(files);
    expect(diagnostics).toMatchObject([
      { file: 'theme.css', line: 2, column: 5, severity: 'warning' },
      { file: 'theme.css', line: 2, severity: 'error' },
    ]);
    expect(counts.files).toBe(1);
    expect(articles).toHaveLength(1);
    expect(built.theme).toBeUndefined();
  });

  test.each([
    ['our own', {}],
    ['Hugo', { 'hugo.toml': '', 'content/b.md': articleFile() }],
    ['Jekyll', { '_config.yml': '', '_posts/2026-01-01-b.md': articleFile() }],
    ['Obsidian', { '.obsidian/app.json': '{}' }],
  ])('has the rules in a folder of %s', (_, others) => {
    const { built } = editionOf({ ...others, 'theme.css': 'a { color: red }' });
    expect(built.theme).toBe('a {\n  color: red;\n}');
    expect(built.publicFiles).toEqual([]);
  });
});

test('the time that reading takes grows with the size of the file alone', () => {
  const size = 250 * 1024;
  for (const text of ['\n', '0', '@import;\n', 'a{outline:', 'url( ', '/*']) {
    const css = text.repeat(size / text.length);
    const { diagnostics } = withTimeLimit(() => read(css));
    expect(diagnostics.length > 0, text).toBe(text !== '\n');
  }
});
