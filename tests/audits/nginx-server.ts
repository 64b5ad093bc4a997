import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { createTempFolder } from '../support/temp-folder.ts';

export interface NginxServer {
  /** Without a slash at its end. */
  origin: string;
  /** Ends it, and gives the status of every answer and what nginx had to complain of. */
  stop: () => Promise<{ statuses: Map<string, number>; complaints: string[] }>;
}

/** Serves a folder by nginx with our configuration, whose marked lines are changed as a publisher would. */
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
      // Of what is not there it speaks as of an error.
      const complaints = readLog('error.log').filter((line) => / \[(?:warn|crit|alert|emerg)\] /.test(line));
      return { statuses, complaints };
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
    if (!marked.some((line) => line.includes(from))) throw new Error(`No marked line says ${from}`);
    return text.replace(from, () => to);
  }, config);
}

/** What a distribution has around it. As root the workers are root's too: nobody else may read the temporary folder. */
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

/** Where the nginx of this machine has its own files. */
function configFolder(): string {
  // It says so on the other stream.
  const said = execFileSync('sh', ['-c', 'nginx -V 2>&1'], { encoding: 'utf8' });
  return path.dirname(/--conf-path=(\S+)/.exec(said)?.[1] ?? '/etc/nginx/nginx.conf');
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

async function waitFor(origin: string, isRunning: () => boolean, complaint: () => string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (!isRunning()) break;
    try {
      await fetch(origin);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error(`nginx does not answer:\n${complaint()}`);
}
