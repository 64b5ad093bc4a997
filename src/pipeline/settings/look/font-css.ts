import { BOLD, LOCAL_FONTS, localSource, localWidth } from './local-fonts.ts';
import type { Font } from './read-font.ts';
import type { TypefaceRole, Typefaces } from './typefaces.ts';

/** The name of a family in the style sheet, the token that has it, and the generic family after it. */
const FAMILIES = {
  headlines: { family: 'Paper Headlines', token: '--font-headline', generic: 'serif' },
  text: { family: 'Paper Text', token: '--font-serif', generic: 'serif' },
  interface: { family: 'Paper Interface', token: '--font-sans', generic: 'sans-serif' },
} as const satisfies Record<TypefaceRole, { generic: keyof typeof LOCAL_FONTS; [name: string]: string }>;

/** The weights in which the styles of the app set headlines and text. */
const HEADLINE_WEIGHT = 700;
const TEXT_WEIGHT = 400;

/**
 * The styles for own typefaces: their faces, faces of local fonts with the same metrics that are used until they have
 * loaded, and the tokens, which apply if the reader has not chosen others (`data-text-face`).
 */
export function fontCss(typefaces: Typefaces, urlOf: (font: Font) => string): string {
  const roles = (Object.keys(FAMILIES) as TypefaceRole[]).flatMap((role) => {
    const fonts = typefaces[role];
    return fonts ? [{ role, fonts: role === 'headlines' ? asBold(fonts) : fonts }] : [];
  });
  const faces = roles.flatMap(({ role, fonts }) => [
    ...fonts.map((font) => ownFace(FAMILIES[role].family, font, urlOf)),
    ...fallbackFaces(role, fonts),
  ]);
  const tokens = roles.map(({ role }) => `${FAMILIES[role].token}:${familyList(role)}`);
  return [
    ...faces,
    ...(typefaces.headlines ? [':root{--font-headline:var(--font-serif)}'] : []),
    `[data-text-face="own"]{${tokens.join(';')}}`,
  ].join('\n');
}

/** The fonts that the first screen needs: one for headlines and one for text, if they are own ones. */
export function firstScreenFonts({ headlines, text }: Typefaces): Font[] {
  const fonts = [nearest(headlines ?? text ?? [], HEADLINE_WEIGHT), nearest(text ?? [], TEXT_WEIGHT)];
  return [...new Map(fonts.flatMap((font) => (font ? [[font.source, font]] : []))).values()];
}

/** The upright font whose weights are nearest to a weight. */
function nearest(fonts: readonly Font[], weight: number): Font | undefined {
  const distance = ({ weights: [min, max] }: Font): number => Math.max(min - weight, weight - max, 0);
  const upright = fonts.filter(({ isItalic }) => !isItalic);
  return (upright.length > 0 ? upright : [...fonts]).sort((a, b) => distance(a) - distance(b))[0];
}

/** Many typefaces for headlines have only one weight. Browsers must not make it bolder than it is. */
function asBold(fonts: readonly Font[]): readonly Font[] {
  const heaviest = Math.max(...fonts.map(({ weights: [, max] }) => max));
  if (heaviest >= BOLD) return fonts;
  return fonts.map((font) =>
    font.weights[1] === heaviest ? { ...font, weights: [font.weights[0], HEADLINE_WEIGHT] as const } : font,
  );
}

const familyList = (role: TypefaceRole): string => {
  const { family, generic } = FAMILIES[role];
  const families = [family, ...LOCAL_FONTS[generic].map(({ names: [name] }) => `${family} ${name}`)];
  return [...families.map((name) => `"${name}"`), generic].join(',');
};

const ownFace = (family: string, font: Font, urlOf: (font: Font) => string): string =>
  fontFace({
    'font-family': `"${family}"`,
    src: `url(${urlOf(font)}) format("woff2")`,
    'font-display': 'swap',
    ...weightAndStyle(font),
  });

function fallbackFaces(role: TypefaceRole, fonts: readonly Font[]): string[] {
  const { family, generic } = FAMILIES[role];
  // A family may have files for different scripts. Local fonts have all of them.
  const latin = fonts.filter(({ width }) => width !== undefined);
  const measured = (latin.length > 0 ? latin : fonts).flatMap(splitAtBold);
  return LOCAL_FONTS[generic].flatMap((local) =>
    measured.map((font) => {
      const { isItalic, width, ascent, descent, lineGap } = font;
      // The bold weights of a variable font are assumed to be wider in the same proportion as those of the local font.
      const scale = width === undefined ? 1 : width / localWidth(local, font.weight >= BOLD, isItalic);
      return fontFace({
        'font-family': `"${family} ${local.names[0]}"`,
        src: localSource(local, font.isBold, isItalic),
        'size-adjust': percent(scale),
        'ascent-override': percent(ascent / scale),
        'descent-override': percent(descent / scale),
        'line-gap-override': percent(lineGap / scale),
        ...weightAndStyle(font),
      });
    }),
  );
}

/** A variable font with light and bold weights has two fallbacks: local fonts are not variable. */
function splitAtBold(font: Font): (Font & { isBold: boolean })[] {
  const [min, max] = font.weights;
  if (!font.isVariable) return [{ ...font, isBold: font.weight >= BOLD }];
  if (min >= BOLD || max < BOLD) return [{ ...font, isBold: min >= BOLD }];
  return [
    { ...font, isBold: false, weights: [min, BOLD - 1] },
    { ...font, isBold: true, weights: [BOLD, max] },
  ];
}

const weightAndStyle = ({ weights: [min, max], isItalic }: Font) => ({
  'font-weight': min === max ? `${min}` : `${min} ${max}`,
  ...(isItalic && { 'font-style': 'italic' }),
});

const fontFace = (descriptors: Record<string, string>): string =>
  `@font-face{${Object.entries(descriptors)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;

const percent = (share: number): string => `${Number((share * 100).toFixed(2))}%`;
