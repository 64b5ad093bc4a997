import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createTempFolder } from '../support/temp-folder.ts';

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

/** Profiles a bundled script: milliseconds by module, most first. The time of Node itself is listed as `node`. */
export function profileScript(script: string, args: string[]): [module: string, milliseconds: number][] {
  const dir = createTempFolder('bench-profile');
  execFileSync(process.execPath, ['--cpu-prof', `--cpu-prof-dir=${dir}`, script, ...args], { stdio: 'ignore' });
  const [file = ''] = readdirSync(dir);
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(path.join(dir, file), 'utf8')) as CpuProfile;
  const moduleAt = moduleFinder(readFileSync(script, 'utf8'));
  const moduleOf = new Map(
    nodes.map(({ id, callFrame: { functionName, url, lineNumber } }) => {
      const isOurs = url.endsWith(path.basename(script));
      const isNodes = url.startsWith('node:') || functionName.startsWith('RegExp: ');
      return [id, isOurs ? moduleAt(lineNumber) : isNodes ? 'node' : functionName];
    }),
  );
  const totals = new Map<string, number>();
  for (const [index, id] of samples.entries()) {
    const name = moduleOf.get(id) ?? 'node';
    totals.set(name, (totals.get(name) ?? 0) + (timeDeltas[index] ?? 0) / 1000);
  }
  return [...totals].sort(([, a], [, b]) => b - a);
}

/** Finds the module of a line. The bundler adds a comment before the code of each module. */
function moduleFinder(code: string): (line: number) => string {
  const modules: string[] = [];
  let current = '';
  for (const text of code.split('\n')) {
    const [, name] = /^\/\/ ((?:src|tests|node_modules)\/\S+|\\0\S+)$/.exec(text) ?? [];
    current = name ?? current;
    modules.push(current);
  }
  return (line) => modules[line] ?? '';
}
