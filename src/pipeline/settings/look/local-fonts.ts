/** A typeface that many devices have. */
interface LocalFont {
  /** Its name, and those of others with the same widths. */
  names: readonly string[];
  /** The word for its italic faces. */
  italic: 'Italic' | 'Oblique';
  /**
   * The average widths of the regular, bold, italic and bold italic face, as in `Font.width`. Those of Georgia, Times New
   * Roman and Arial were measured with Gelasio, Tinos and Arimo, which have the same widths.
   */
  widths: readonly [number, number, number, number];
}

/** The fallback fonts, by the generic family. The first that a device has is used. */
export const LOCAL_FONTS: Readonly<Record<'serif' | 'sans-serif', readonly LocalFont[]>> = {
  serif: [
    { names: ['Georgia'], italic: 'Italic', widths: [0.4441, 0.5164, 0.4518, 0.525] },
    { names: ['Times New Roman', 'Liberation Serif'], italic: 'Italic', widths: [0.403, 0.4302, 0.4026, 0.4145] },
    { names: ['Noto Serif'], italic: 'Italic', widths: [0.4825, 0.5116, 0.468, 0.5157] },
    { names: ['DejaVu Serif'], italic: 'Italic', widths: [0.515, 0.5693, 0.515, 0.5693] },
  ],
  'sans-serif': [
    { names: ['Arial', 'Liberation Sans'], italic: 'Italic', widths: [0.4422, 0.4765, 0.4422, 0.4765] },
    { names: ['Roboto'], italic: 'Italic', widths: [0.4439, 0.4498, 0.4315, 0.4372] },
    { names: ['DejaVu Sans'], italic: 'Oblique', widths: [0.5092, 0.5749, 0.5092, 0.5749] },
  ],
};

/** From this weight on, the bold face of a typeface is used. */
export const BOLD = 600;

/** The `src` of a face of a local typeface, by full name. https://www.w3.org/TR/css-fonts-4/#local-font-fallback */
export function localSource({ names, italic }: LocalFont, isBold: boolean, isItalic: boolean): string {
  const face = [isBold ? ' Bold' : '', isItalic ? ` ${italic}` : ''].join('');
  // The full name of a regular face may have the word or not.
  const faces = face === '' ? ['', ' Regular'] : [face];
  return names.flatMap((name) => faces.map((suffix) => `local("${name}${suffix}")`)).join(',');
}

/** The average width of a face of a local typeface. */
export const localWidth = ({ widths }: LocalFont, isBold: boolean, isItalic: boolean): number =>
  widths[isItalic ? (isBold ? 3 : 2) : isBold ? 1 : 0];
