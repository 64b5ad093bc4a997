/* The smallest files that say how large a picture is; `across` and `down` are stored as given. */

type Draw = (across: number, down: number) => Buffer;

const text = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

const big = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * (bytes - 1 - index))) & 0xff);
const little = (value: number, bytes: number): number[] => big(value, bytes).reverse();

export const gif: Draw = (across, down) => text('GIF89a', little(across, 2), little(down, 2), [0, 0, 0], ';');

export const png: Draw = (across, down) =>
  text('\x89PNG\r\n\x1a\n', big(13, 4), 'IHDR', big(across, 4), big(down, 4), [8, 6, 0, 0, 0], big(0, 4));

/** An orientation from 5 on says that the picture lies on its side. */
export function jpeg(across: number, down: number, orientation = 1): Buffer {
  const tag = text(big(0x0112, 2), big(3, 2), big(1, 4), big(orientation, 2), [0, 0], big(0, 4));
  const exif = text('Exif\0\0MM\0*', big(8, 4), big(1, 2), [...tag]);
  const frame = text([8], big(down, 2), big(across, 2), [1, 1, 0x11, 0]);
  return text([0xff, 0xd8, 0xff, 0xe1], big(exif.length + 2, 2), [...exif], [0xff, 0xc0], big(frame.length + 2, 2), [
    ...frame,
    0xff,
    0xd9,
  ]);
}

export const webp: Draw = (across, down) =>
  text('RIFF', little(22, 4), 'WEBPVP8X', little(10, 4), [0, 0, 0, 0], little(across - 1, 3), little(down - 1, 3));

export function avif(across: number, down: number, brand = 'avif'): Buffer {
  const box = (name: string, ...content: (string | number[])[]): number[] => {
    const inside = text(...content);
    return [...text(big(inside.length + 8, 4), name, [...inside])];
  };
  const size = box('ispe', big(0, 4), big(across, 4), big(down, 4));
  const meta = box('meta', big(0, 4), box('iprp', box('ipco', size)));
  return text(box('ftyp', brand, big(0, 4), 'avifmif1'), meta);
}

export const svg: Draw = (across, down) =>
  text(`<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${down}"/>`);
