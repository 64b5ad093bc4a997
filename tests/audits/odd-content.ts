import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CHECK_TIME, MEASURED } from '../support/time-limits.ts';
import { runVitest } from './run-vitest.ts';

const UNIT_TESTS = ['--config', 'tests/vitest.config.ts'];

/** Runs the property tests with a multiple of their usual cases. */
export async function tryProperties(times: number): Promise<string | undefined> {
  const started = performance.now();
  const files = [
    'tests/pipeline/content/properties.test.ts',
    'tests/pipeline/content/front-matter/yaml/parse-plain-file.test.ts',
  ];
  const { isGood, output } = await runVitest([...UNIT_TESTS, ...files, '--testTimeout=3600000'], {
    PROPERTY_RUNS: String(times),
  });
  const cases = /[\d,]+ cases/.exec(output)?.[0] ?? 'no cases';
  console.log(`        ${cases} in ${Math.round((performance.now() - started) / 1000)} s`);
  return isGood ? undefined : output;
}

/** Runs the tests with time limits, one file after the other, and checks the limits. */
export async function checkTimes(): Promise<string | undefined> {
  const args = [...UNIT_TESTS, '--no-file-parallelism', ...filesWithTimeLimits()];
  const { isGood, output } = await runVitest(args, { [CHECK_TIME]: '1' });
  if (!isGood) return output;
  const seconds = [...output.matchAll(new RegExp(`^${MEASURED} ([\\d.]+)$`, 'gm'))].map(([, text]) => Number(text));
  if (seconds.length === 0) return 'nothing was measured';
  console.log(`        ${seconds.length} inputs, the longest took ${Math.max(...seconds).toFixed(1)} s`);
  return undefined;
}

const filesWithTimeLimits = (): string[] =>
  readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => path.join('tests', name))
    .filter((file) => readFileSync(file, 'utf8').includes('/time-limits.ts'));
