import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AppServer } from '../../model/page.ts';

/** Where the app's server bundle is built, below the project's root. Its own for each process: builds may overlap. */
export const serverBundleDir = `node_modules/.cache/broadsheet/server-${process.pid}`;

/** Loads the app's server bundle from its folder: the one place where the pipeline runs the app. */
export async function loadServerBundle(dir: string): Promise<AppServer> {
  const file = path.join(dir, 'entry-server.js');
  return (await import(pathToFileURL(file).href)) as AppServer;
}
