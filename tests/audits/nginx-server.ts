import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { createTempFolder } from '../support/temp-folder.ts';

export interface NginxServer {
  /** Does not end with a slash. */
  origin: string;
  /** Stops the server. Returns the number of responses by status, and the warnings of nginx. */
  stop: () => Promise<{ statuses: Map<string, number>; warnings: string[] }>;
}

/** Serves a folder with nginx and our configuration, whose marked lines are edited like by a publisher. */
export async function startNginx(root: string, base: string): Promise<NginxServer> {
  const port = await freePort();
  const prefix = createTempFolder('nginx');
  mkdirSync(path.join(prefix, 'temp'));
  writeFileSync(path.join(prefix, 'site.conf'), configFor({ port, root, base }));
  writeFileSync(path.join(prefix, 'nginx.conf'), outerConfig());
  const args = ['-p', `${prefix}/`, '-c', path.join(prefix, 'nginx.conf'), '-e', path.join(prefix, 'error.log')];
  const child = spawn('nginx', args, { stdio: 'ignore' });
  const exit = new Promise<void>((resolve) => child.on('close', () => resolve()));
  const readLog = (name: string): string[] => readFileSync(path.join(prefix, name), 'utf8').split('\n').filter(Boolean);
  const origin = `http://127.0.0.1:${port}`;
  await waitFor(
    origin,
    () => child.exitCode === null,
    () => readLog('error.log').join('\n'),
  );
  return {
    origin,
    async stop() {
      child.kill('SIGQUIT');
      await exit;
      const statuses = new Map<string, number>();
      for (const status of readLog('access.log')) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // nginx logs a missing file as an error, which is expected.
      const warnings = readLog('error.log').filter((line) => / \[(?:warn|crit|alert|emerg)\] /.test(line));
      return { statuses, warnings };
    },
  };
}

function configFor({ port, root, base }: { port: number; root: string; base: string }): string {
  const edits: [string, string][] = [
    ['listen 80;', `listen 127.0.0.1:${port};`],
    ['listen [::]:80;', ''],
    ['server_name paper.example;', 'server_name localhost;'],
    ['root /srv/broadsheet;', `root ${root};`],
    ['set $broadsheet_base "";', `set $broadsheet_base "${base}";`],
  ];
  const config = readFileSync('.hosting/nginx.conf', 'utf8');
  const marked = config.split('\n').filter((line) => /; +# EDIT/.test(line));
  if (marked.length !== edits.length) throw new Error(`Expected ${edits.length} marked lines, found ${marked.length}`);
  return edits.reduce((text, [from, to]) => {
    if (!marked.some((line) => line.includes(from))) throw new Error(`No marked line contains ${from}`);
    return text.replace(from, () => to);
  }, config);
}

/** A main configuration like that of a distribution. Workers run as root if we do, to read the temporary folder. */
function outerConfig(): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path temp/${kind};`);
  return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off;
pid nginx.pid;
worker_processes auto;
events { worker_connections 1024; }
http {
  ${temp.join('\n  ')}
  include ${path.join(configFolder(), 'mime.types')};
  default_type application/octet-stream;
  sendfile on;
  tcp_nopush on;
  gzip on;
  log_format status $status;
  access_log access.log status buffer=64k;
  error_log error.log warn;
  include site.conf;
}
`;
}

/** The configuration folder of the installed nginx. */
function configFolder(): string {
  // `nginx -V` writes to stderr.
  const output = execFileSync('sh', ['-c', 'nginx -V 2>&1'], { encoding: 'utf8' });
  return path.dirname(/--conf-path=(\S+)/.exec(output)?.[1] ?? '/etc/nginx/nginx.conf');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function waitFor(origin: string, isRunning: () => boolean, readErrors: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (!isRunning()) break;
    try {
      await fetch(origin);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nginx does not answer:\n${readErrors()}`);
}
