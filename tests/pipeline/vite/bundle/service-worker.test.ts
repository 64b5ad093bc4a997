import { runInNewContext, Script } from 'node:vm';
import { expect, test } from 'vitest';
import type { WorkerBuild } from '../../../../src/model/offline/service-worker.ts';
import { removeWorkerFile, serviceWorkerFile } from '../../../../src/pipeline/vite/bundle/service-worker.ts';

const INPUT = {
  code: '(function(){})()',
  app: 'index-aaaaaaa.js',
  files: [
    'assets/index-aaaaaaa.js',
    'assets/index-bbbbbbb.css',
    'assets/client-zip-ccccccc.js',
    'assets/Name-ddddddd.woff2',
  ],
  pages: [{ slug: '~/imprint', title: 'Imprint' }],
  shellVersion: 'one',
};

const buildOf = (body: string): WorkerBuild => {
  const [, json = ''] = /^const WORKER_BUILD=(.*);\n/.exec(body) ?? [];
  return JSON.parse(json) as WorkerBuild;
};

test('the worker begins with its build, without fonts and the code that is loaded on use', () => {
  const { path, body } = serviceWorkerFile(INPUT);
  expect(path).toBe('sw.js');
  expect(body.endsWith(INPUT.code)).toBe(true);
  const { app, files, otherFiles, pages } = buildOf(body);
  expect(pages).toEqual([{ slug: '~/imprint' }]);
  expect(app).toBe('index-aaaaaaa.js');
  expect(files).toEqual(['assets/index-aaaaaaa.js', 'assets/index-bbbbbbb.css']);
  expect(otherFiles).toEqual(['assets/client-zip-ccccccc.js', 'assets/Name-ddddddd.woff2']);
});

test.each([
  ['the shell', { shellVersion: 'two' }],
  ['a file of the bundle', { files: ['assets/index-ddddddd.js'] }],
])('its caches have another version if %s changes', (_, change) => {
  expect(serviceWorkerFile(INPUT)).toEqual(serviceWorkerFile({ ...INPUT }));
  expect(buildOf(serviceWorkerFile({ ...INPUT, ...change }).body).version).not.toBe(
    buildOf(serviceWorkerFile(INPUT).body).version,
  );
});

test('the script that removes a worker is a classic script without types', async () => {
  const { path, body } = await removeWorkerFile();
  expect(path).toBe('sw.js');
  expect(body).not.toMatch(/\b(?:import|export|declare)\b/);
  expect(() => new Script(body)).not.toThrow();
});

test('it deletes the caches of its site alone, and unregisters the worker', async () => {
  const { body } = await removeWorkerFile();
  const names = [
    'broadsheet /paper/ data',
    'broadsheet /paper/ shell abc',
    'broadsheet / data',
    'broadsheet-2 /paper/ data',
  ];
  const deleted: string[] = [];
  let isUnregistered = false;
  const listeners = new Map<string, (event: object) => void>();
  const self = {
    addEventListener: (type: string, listener: (event: object) => void) => listeners.set(type, listener),
    skipWaiting: () => Promise.resolve(),
    registration: {
      scope: 'https://host.example/paper/',
      unregister: async () => {
        isUnregistered = true;
      },
    },
  };
  const caches = { keys: async () => names, delete: async (name: string) => deleted.push(name) };
  runInNewContext(body, { self, caches, URL });
  await new Promise((resolve) => {
    listeners.get('activate')?.({ waitUntil: resolve });
  });
  expect(deleted).toEqual(names.slice(0, 2));
  expect(isUnregistered).toBe(true);
});
