import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppServer } from '../../model/page.ts';

/** The folder of the app's server bundle, relative to the project's root. Each process has its own: builds may overlap. */
export const serverBundleDir = `node_modules/.cache/broadsheet/server-${process.pid}`;

/** Imports the app's server bundle from its folder. Only here the pipeline runs code of the app. */
export async function loadServerBundle(dir: string): Promise<AppServer> {
  const file = path.join(dir, 'entry-server.js');
  return (await import(pathToFileURL(file).href)) as AppServer;
}
