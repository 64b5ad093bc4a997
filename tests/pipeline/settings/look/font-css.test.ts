import { describe, expect, test } from 'vitest';
import { firstScreenFonts, fontCss } from '../../../../src/pipeline/settings/look/font-css.ts';
import { LOCAL_FONTS } from '../../../../src/pipeline/settings/look/local-fonts.ts';
import type { Font } from '../../../../src/pipeline/settings/look/read-font.ts';

const fontOf = (values: Partial<Font> = {}): Font => ({
  source: `/paper/${values.name ?? 'a.woff2'}`,
  name: 'a.woff2',
  hash: 'hash',
  bytes: 1_000,
  isVariable: false,
  weights: [values.weight ?? 400, values.weight ?? 400],
  weight: 400,
  isItalic: false,
  ascent: 1,
  descent: 0.25,
  lineGap: 0.05,
  width: 0.5,
  ...values,
});

const bold = fontOf({ name: 'bold.woff2', weight: 700 });
const regular = fontOf();
const italic = fontOf({ name: 'italic.woff2', isItalic: true });

const cssOf = (typefaces: Parameters<typeof fontCss>[0]): string => fontCss(typefaces, ({ name }) => `/assets/${name}`);

/** The descriptors of the faces of a family. */
const facesIn = (css: string, family: string): Record<string, string>[] =>
  [...css.matchAll(/@font-face\{([^}]*)\}/g)]
    .map(
      ([, text = '']) =>
        new Map([...text.matchAll(/([\w-]+):([^;]*)/g)].map(([, name = '', value = '']) => [name, value])),
    )
    .filter((face) => face.get('font-family') === `"${family}"`)
    .map((face): Record<string, string> => Object.fromEntries(face));

const tokensIn = (css: string): string[] =>
  [...(/\[data-text-face="own"\]\{([^}]*)\}/.exec(css)?.[1] ?? '').matchAll(/(--[\w-]+):"([\w ]+)"/g)].map(
    ([, token, family]) => `${token} ${family}`,
  );

describe('the styles of own typefaces', () => {
  test('have a face for each font', () => {
    expect(facesIn(cssOf({ text: [regular, italic] }), 'Paper Text')).toEqual([
      {
        'font-family': '"Paper Text"',
        src: 'url(/assets/a.woff2) format("woff2")',
        'font-display': 'swap',
        'font-weight': '400',
      },
      {
        'font-family': '"Paper Text"',
        src: 'url(/assets/italic.woff2) format("woff2")',
        'font-display': 'swap',
        'font-weight': '400',
        'font-style': 'italic',
      },
    ]);
  });

  test('have faces of local fonts with the metrics of the font', () => {
    const [face] = facesIn(cssOf({ interface: [bold] }), 'Paper Interface Arial');
    const scale = 0.5 / (LOCAL_FONTS['sans-serif'][0]?.widths[1] ?? 0);
    expect(face).toMatchObject({ src: 'local("Arial Bold"),local("Liberation Sans Bold")', 'font-weight': '700' });
    expect(Number.parseFloat(face?.['size-adjust'] ?? '')).toBeCloseTo(100 * scale, 1);
    // They are scaled by `size-adjust`, too.
    expect(Number.parseFloat(face?.['ascent-override'] ?? '') * scale).toBeCloseTo(100, 0);
    expect(Number.parseFloat(face?.['descent-override'] ?? '') * scale).toBeCloseTo(25, 0);
    expect(Number.parseFloat(face?.['line-gap-override'] ?? '') * scale).toBeCloseTo(5, 0);
  });

  test('have a light and a bold local font for a variable one', () => {
    const variable = fontOf({ isVariable: true, weights: [200, 900] });
    const css = cssOf({ text: [variable] });
    expect(facesIn(css, 'Paper Text')).toMatchObject([{ 'font-weight': '200 900' }]);
    expect(facesIn(css, 'Paper Text DejaVu Serif')).toMatchObject([
      { src: 'local("DejaVu Serif"),local("DejaVu Serif Regular")', 'font-weight': '200 599' },
      { src: 'local("DejaVu Serif Bold")', 'font-weight': '600 900' },
    ]);
    const light = fontOf({ isVariable: true, weights: [200, 500] });
    expect(facesIn(cssOf({ text: [light] }), 'Paper Text Georgia')).toHaveLength(1);
  });

  test('do not scale local fonts for a font without Latin letters', () => {
    const greek = fontOf({ name: 'greek.woff2' });
    delete greek.width;
    expect(facesIn(cssOf({ text: [greek] }), 'Paper Text Georgia')).toMatchObject([{ 'size-adjust': '100%' }]);
    expect(facesIn(cssOf({ text: [regular, greek] }), 'Paper Text Georgia')).toHaveLength(1);
  });

  test('let browsers make no headlines bolder than their font is', () => {
    expect(facesIn(cssOf({ headlines: [regular] }), 'Paper Headlines')).toMatchObject([{ 'font-weight': '400 700' }]);
    expect(facesIn(cssOf({ headlines: [regular, bold] }), 'Paper Headlines')).toMatchObject([
      { 'font-weight': '400' },
      { 'font-weight': '700' },
    ]);
    expect(facesIn(cssOf({ headlines: [regular] }), 'Paper Headlines Georgia')).toMatchObject([
      { src: 'local("Georgia"),local("Georgia Regular")', 'font-weight': '400 700' },
    ]);
  });

  test.each([
    ['text alone is for headlines, too', { text: [regular] }, ['--font-serif Paper Text']],
    ['headlines alone leave the text', { headlines: [bold] }, ['--font-headline Paper Headlines']],
    [
      'each role has its own',
      { interface: [regular], text: [regular], headlines: [bold] },
      ['--font-headline Paper Headlines', '--font-serif Paper Text', '--font-sans Paper Interface'],
    ],
  ])('set the tokens of the roles: %s', (_, typefaces, tokens) => {
    const css = cssOf(typefaces);
    expect(tokensIn(css)).toEqual(tokens);
    // For what the reader has chosen instead. The rule comes first, as both have the same specificity.
    expect(/^:root\{--font-headline:var\(--font-serif\)\}\n\[data-text-face/m.test(css)).toBe('headlines' in typefaces);
  });
});

describe('the fonts of the first screen', () => {
  test.each([
    ['one of each role', { headlines: [bold], text: [italic, regular], interface: [fontOf()] }, [bold, regular]],
    ['a bold and a regular one of the text', { text: [regular, italic, bold] }, [bold, regular]],
    ['one for both', { text: [regular] }, [regular]],
    [
      'the nearest weight',
      { headlines: [fontOf({ weight: 300 }), fontOf({ weight: 900 })] },
      [fontOf({ weight: 900 })],
    ],
    ['the only style', { headlines: [italic] }, [italic]],
    ['none for the interface', { interface: [regular] }, []],
  ])('are %s', (_, typefaces, fonts) => {
    expect(firstScreenFonts(typefaces)).toEqual(fonts);
  });
});
