import { spawn } from 'node:child_process';
import path from 'node:path';
import { cleanEnvironment } from './build-site.ts';

export interface DevServer {
  url: string;
  /** Everything that was printed so far. */
  output: () => string;
  stop: () => Promise<void>;
}

/** Runs `vite` on a free port, and gives it back once it answers. */
export async function startDevServer(env: NodeJS.ProcessEnv = {}): Promise<DevServer> {
  const vite = path.resolve('node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, '--host', '127.0.0.1', '--port', '0', '--clearScreen', 'false'], {
    env: cleanEnvironment(env),
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer): void => {
      output += text.toString();
      const address = /(http:\/\/127\.0\.0\.1:\d+)\//.exec(output)?.[1];
      if (address) resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', () => reject(new Error(`The dev server ended:\n${output}`)));
  });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      child.on('close', () => resolve());
      child.kill();
    });
  return { url, output: () => output, stop };
}
