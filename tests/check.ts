import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';

interface Tool {
  name: string;
  command: string;
  args: string[];
}

interface Result {
  exitCode: number | null;
  output: string;
  seconds: number;
}

/** The quick part of `npm test`, the slowest tool first. The tools are independent, so they run in parallel. */
const TOOLS: Tool[] = [
  { name: 'tests', command: 'vitest', args: ['run', '--config', 'tests/vitest.config.ts'] },
  { name: 'unused code', command: 'knip', args: [] },
  { name: 'types', command: 'tsc', args: ['-b'] },
  { name: 'lint', command: 'oxlint', args: ['--type-aware', '--deny-warnings'] },
  { name: 'format', command: 'biome', args: ['check'] },
];

const started = performance.now();
const waiting = [...TOOLS];
const failed: string[] = [];
await Promise.all(Array.from({ length: availableParallelism() }, runWaiting));
console.log(`${failed.length === 0 ? 'all passed' : `failed: ${failed.join(', ')}`}, ${secondsSince(started)} s`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function runWaiting(): Promise<void> {
  for (let tool = waiting.shift(); tool; tool = waiting.shift()) {
    const { exitCode, output, seconds } = await run(tool);
    const isOk = exitCode === 0;
    console.log(`${isOk ? 'ok    ' : 'FAILED'}  ${tool.name.padEnd(12)} ${seconds.toFixed(1)} s`);
    if (isOk) continue;
    failed.push(tool.name);
    console.log(`\n${output.trim()}\n`);
  }
}

function run({ command, args }: Tool): Promise<Result> {
  const start = performance.now();
  return new Promise((resolve) => {
    // On Windows the tools are `.cmd` files, which need a shell.
    const child = spawn(command, args, { env: toolEnv(), shell: process.platform === 'win32' });
    let output = '';
    const finish = (exitCode: number | null): void => resolve({ exitCode, output, seconds: secondsSince(start) });
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    child.on('error', (error) => (output += error.message));
    child.on('close', finish);
  });
}

function toolEnv(): NodeJS.ProcessEnv {
  const bin = path.resolve('node_modules/.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, FORCE_COLOR: '0', NO_COLOR: '1' };
}

function secondsSince(start: number): number {
  return Math.round((performance.now() - start) / 100) / 10;
}
