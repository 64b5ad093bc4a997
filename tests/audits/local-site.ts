import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { buildFolder } from '../support/build-site.ts';
import { copyContent } from '../support/temp-content.ts';

/** A page of each kind that readers and crawlers come to. */
export const PAGES = {
  front: '',
  topic: 'topics/science/',
  provider: 'providers/nobelprize.org/',
  archive: 'archive/1/',
  article: 'articles/2022/06/http-3-goes-over-quic/',
};

/** The sample with pictures of its own alone and an address, built; gives its folder. */
export async function buildLocalSite(): Promise<string> {
  const content = copyContent(path.resolve('content'));
  appendFileSync(path.join(content, 'site.yaml'), '\nremoteImages: false\n');
  const folder = await buildFolder({ CONTENT_DIR: content, ADDRESS: 'https://paper.example/' });
  return folder;
}
