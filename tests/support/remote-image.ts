import { crc32, deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT] = [1600, 900];
const GREY = 0x8c;

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** A chunk of a PNG file, https://www.w3.org/TR/png-3/#5Chunk-layout. */
const chunk = (type: string, data: Buffer): Buffer => {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([uint32(data.length), typed, uint32(crc32(typed))]);
};

/**
 * A grey PNG file in place of the remote images of a paper. Like photos, and unlike SVG, browsers decode it outside the
 * main thread.
 */
export function remoteImage(): Buffer {
  // A row is the number of its filter and one byte for each pixel.
  const row = Buffer.alloc(1 + WIDTH, GREY);
  row[0] = 0;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', Buffer.concat([uint32(WIDTH), uint32(HEIGHT), Buffer.from([8, 0, 0, 0, 0])])),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: HEIGHT }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
