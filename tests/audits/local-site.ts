import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { buildFolder } from '../support/build-site.ts';
import { copyContent } from '../support/temp-content.ts';

/** One page of each kind. */
export const PAGES = {
  front: '',
  topic: 'topics/science/',
  provider: 'providers/nobelprize.org/',
  archive: 'archive/1/',
  article: 'articles/2022/06/http-3-goes-over-quic/',
};

/** Builds the sample without remote images and with an address. Returns its folder. */
export async function buildLocalSite(): Promise<string> {
  const content = copyContent(path.resolve('content'));
  appendFileSync(path.join(content, 'site.yaml'), '\nremoteImages: false\n');
  const folder = await buildFolder({ CONTENT_DIR: content, ADDRESS: 'https://paper.example/' });
  return folder;
}
