import { startVite } from './vite-process.ts';

export interface ViteServer {
  /** Ends with a slash. */
  url: string;
  /** The output so far. */
  output: () => string;
  stop: () => Promise<void>;
}

/** Starts the dev server with these settings (`CONTENT_DIR` and so on). */
export const startDev = (env: Record<string, string> = {}): Promise<ViteServer> => startServer([], env);

/** Serves a built folder as `npm run preview` does, with the settings it was built with. */
export const startPreview = (folder: string, env: Record<string, string> = {}): Promise<ViteServer> =>
  startServer(['preview', '--outDir', folder], env);

/** Starts Vite on a free port, and waits until it responds. */
async function startServer(args: string[], env: Record<string, string>): Promise<ViteServer> {
  const child = startVite([...args, '--host', '127.0.0.1', '--port', '0'], env);
  let printed = '';
  const exit = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (data: Buffer): void => {
      printed += data.toString();
      const [, address] = /Local:\s+(http:\S+)/.exec(printed) ?? [];
      if (address) resolve(address);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void exit.then(() => reject(new Error(`Vite ended before it was ready:\n${printed}`)));
  });
  await fetch(url);
  return { url, output: () => printed, stop };

  async function stop(): Promise<void> {
    child.kill();
    await exit;
  }
}
