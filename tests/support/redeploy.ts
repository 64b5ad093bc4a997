import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { splitAssetName } from '../../src/pipeline/vite/bundle/asset-names.ts';
import { createTempFolder } from './temp-folder.ts';

const TEXT = /\.(?:html|js|css|json)$/;

/**
 * Copies a built site as it would be after a deployment of another build of the app: all files of the bundle have other
 * names, and the old ones are gone. `version` is one character, which tells the deployments of a test apart.
 */
export function redeploy(folder: string, version: string): string {
  const copy = createTempFolder('redeployed');
  cpSync(folder, copy, { recursive: true });
  const assets = path.join(copy, 'assets');
  const renamed = new Map(
    readdirSync(assets).flatMap((name): [string, string][] => {
      const asset = splitAssetName(name);
      if (!asset) return [];
      const { hash, extension } = asset;
      // A hash may end with this character already.
      const other = hash.endsWith(version) ? `${hash.slice(0, -2)}-${version}` : hash.slice(0, -1) + version;
      return [[name, `${asset.name}-${other}.${extension}`]];
    }),
  );
  for (const [from, to] of renamed) renameSync(path.join(assets, from), path.join(assets, to));
  const names = new RegExp([...renamed.keys()].map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  for (const file of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    if (!TEXT.test(file)) continue;
    const text = readFileSync(path.join(copy, file), 'utf8');
    const changed = text
      .replace(names, (name) => renamed.get(name) ?? name)
      .replace(/(?<=^const WORKER_BUILD=.*"version":"[\w-]{7})[\w-]/, version);
    if (changed !== text) writeFileSync(path.join(copy, file), changed);
  }
  return copy;
}
