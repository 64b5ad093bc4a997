/* Creates the smallest image files that have a size. Width and height are stored as given. */

type CreateImage = (width: number, height: number) => Buffer;

const concat = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

const bigEndian = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * (bytes - 1 - index))) & 0xff);
const littleEndian = (value: number, bytes: number): number[] => bigEndian(value, bytes).reverse();

export const gif: CreateImage = (width, height) =>
  concat('GIF89a', littleEndian(width, 2), littleEndian(height, 2), [0, 0, 0], ';');

export const png: CreateImage = (width, height) =>
  concat(
    '\x89PNG\r\n\x1a\n',
    bigEndian(13, 4),
    'IHDR',
    bigEndian(width, 4),
    bigEndian(height, 4),
    [8, 6, 0, 0, 0],
    bigEndian(0, 4),
  );

/** The EXIF orientations 5 to 8 are rotated by 90 degrees. */
export function jpeg(width: number, height: number, orientation = 1): Buffer {
  const tag = concat(
    bigEndian(0x0112, 2),
    bigEndian(3, 2),
    bigEndian(1, 4),
    bigEndian(orientation, 2),
    [0, 0],
    bigEndian(0, 4),
  );
  const exif = concat('Exif\0\0MM\0*', bigEndian(8, 4), bigEndian(1, 2), [...tag]);
  const frame = concat([8], bigEndian(height, 2), bigEndian(width, 2), [1, 1, 0x11, 0]);
  return concat(
    [0xff, 0xd8, 0xff, 0xe1],
    bigEndian(exif.length + 2, 2),
    [...exif],
    [0xff, 0xc0],
    bigEndian(frame.length + 2, 2),
    [...frame, 0xff, 0xd9],
  );
}

export const webp: CreateImage = (width, height) =>
  concat(
    'RIFF',
    littleEndian(22, 4),
    'WEBPVP8X',
    littleEndian(10, 4),
    [0, 0, 0, 0],
    littleEndian(width - 1, 3),
    littleEndian(height - 1, 3),
  );

export function avif(width: number, height: number, brand = 'avif'): Buffer {
  const box = (name: string, ...content: (string | number[])[]): number[] => {
    const bytes = concat(...content);
    return [...concat(bigEndian(bytes.length + 8, 4), name, [...bytes])];
  };
  const size = box('ispe', bigEndian(0, 4), bigEndian(width, 4), bigEndian(height, 4));
  const meta = box('meta', bigEndian(0, 4), box('iprp', box('ipco', size)));
  return concat(box('ftyp', brand, bigEndian(0, 4), 'avifmif1'), meta);
}

export const svg: CreateImage = (width, height) =>
  concat(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`);
