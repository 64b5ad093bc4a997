import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  engines: { node: string };
}

interface Lock {
  packages: Record<string, { resolved?: string; optionalDependencies?: Record<string, string> }>;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;

test('every dependency has an exact version', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the package lists the Node versions that it supports', () => {
  expect(manifest.engines.node).toBe('>=20.19.0 <21 || >=22.12.0 <23 || >=24.0.0');
});

test('the lock has no download URLs', () => {
  const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
  expect(resolved.map(([name]) => name)).toEqual([]);
});

// npm silently omits a binary for another platform if it cannot download it. `npm ci` then fails on that platform.
test('the lock has every optional dependency, for every platform', () => {
  const locked = Object.keys(lock.packages).map((folder) => folder.replace(/^.*node_modules\//, ''));
  const optional = Object.values(lock.packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  expect(optional.filter((name) => !locked.includes(name))).toEqual([]);
});
