import { runVitest } from './run-vitest.ts';

const ARGS = ['--config', 'tests/vitest.browser.config.ts', 'tests/browser/faults', 'tests/browser/offline'];

/** Tries all cases of the fault tests twice, and once with a CPU four times as slow. */
export async function tryFaults(): Promise<string | undefined> {
  for (const cpu of ['1', '1', '4']) {
    const { isGood, output } = await runVitest(ARGS, { FAULTS: 'all', FAULTS_CPU: cpu });
    console.log(`CPU ${cpu}x: ${/^ *Tests .*$/m.exec(output)?.[0].trim() ?? 'no tests'}`);
    if (!isGood) return output;
  }
  return undefined;
}
