import { startVite } from './vite-process.ts';

export interface DevServer {
  /** With a slash at its end. */
  url: string;
  /** All that it has printed so far. */
  output: () => string;
  stop: () => Promise<void>;
}

/** Starts the dev server on a free port, with these settings (`CONTENT_DIR` and so on), once it answers. */
export async function startDev(env: Record<string, string> = {}): Promise<DevServer> {
  const child = startVite(['--host', '127.0.0.1', '--port', '0'], env);
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
    void exit.then(() => reject(new Error(`The dev server ended before it was ready:\n${printed}`)));
  });
  await fetch(url);
  return { url, output: () => printed, stop };

  async function stop(): Promise<void> {
    child.kill();
    await exit;
  }
}
