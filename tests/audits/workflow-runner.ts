import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTempFolder } from '../support/temp-folder.ts';
import type { Step, Workflow } from '../support/workflows.ts';

/** A simulated run of a workflow. */
interface Run {
  workflow: Workflow;
  /** The folder of the checked-out repository with the workflow. */
  workspace: string;
  event: 'push' | 'pull_request';
  /** Checks another repository out into a folder of the workspace. */
  checkOut: (folder: string) => void;
  /** The archive of `actions/cache`, which is kept between runs. */
  cache: string;
}

export interface StepResult {
  name: string;
  exitCode: number;
  output: string;
}

/** The URL of the site, as `actions/configure-pages` returns it. */
export const BASE_URL = 'https://publisher.github.io/paper';

/**
 * Runs the steps of a workflow's build: commands in a shell like a GitHub runner, `checkout` and `cache` simulated. Skips
 * other actions. Stops at the first step that fails.
 */
export async function runBuild(run: Run): Promise<{ steps: StepResult[]; skipped: string[] }> {
  const steps: StepResult[] = [];
  const skipped: string[] = [];
  const saved: string[] = [];
  for (const step of run.workflow.jobs.build.steps.filter((one) => isDue(one.if, run.event))) {
    const folder = path.join(run.workspace, step['working-directory'] ?? '');
    if (step.run !== undefined) {
      const result = await runCommands(step.run, folder, variablesOf(run, step));
      steps.push({ name: step.name ?? step.run, ...result });
      if (result.exitCode !== 0) return { steps, skipped };
    } else if (step.uses?.startsWith('actions/checkout@')) {
      if (step.with?.path !== undefined) run.checkOut(path.join(run.workspace, step.with.path));
    } else if (step.uses?.startsWith('actions/cache@')) {
      saved.push(...(step.with?.path ?? '').trim().split('\n'));
      if (existsSync(run.cache)) await tar(['-xPf', run.cache, '-C', run.workspace]);
    } else skipped.push(step.uses ?? '');
  }
  // With `--posix` like the action, so that times keep their fractions of a second.
  if (saved.length > 0) await tar(['--posix', '-cPf', run.cache, '-C', run.workspace, ...saved]);
  return { steps, skipped };
}

function isDue(condition: string | undefined, event: Run['event']): boolean {
  if (condition === undefined) return true;
  const [, sign, name] = /^github\.event_name (==|!=) '(\w+)'$/.exec(condition) ?? [];
  if (sign === undefined) throw new Error(`Unsupported condition: ${condition}`);
  return (event === name) === (sign === '==');
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables */
function variablesOf({ workflow, workspace, event }: Run, step: Step): NodeJS.ProcessEnv {
  const files = createTempFolder('runner');
  const variables = Object.entries({ ...workflow.env, ...step.env }).map(
    ([name, value]): Variable => [name, fillIn(value)],
  );
  const commandFiles = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'].map(
    (name): Variable => [name, path.join(files, name)],
  );
  for (const [, file] of commandFiles) writeFileSync(file, '');
  return {
    ...inheritedVariables(),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event,
    RUNNER_TEMP: files,
    ...Object.fromEntries(commandFiles),
    ...Object.fromEntries(variables),
  };
}

type Variable = [name: string, value: string];

const fillIn = (value: string): string =>
  value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    if (expression !== 'steps.pages.outputs.base_url') throw new Error(`Unsupported expression: ${expression}`);
    return BASE_URL;
  });

/** The variables that a shell needs to find its tools, without those that npm sets for this process. */
const inheritedVariables = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^(PATH|HOME|TMPDIR|LANG)$|CERT|PROXY|CA_BUNDLE/i.test(name)),
  );

/** Runs commands in the default shell of a step. */
async function runCommands(commands: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Omit<StepResult, 'name'>> {
  const script = path.join(createTempFolder('step'), 'step.sh');
  writeFileSync(script, commands);
  return new Promise((resolve) => {
    const child = execFile('bash', ['-e', script], { cwd, env, maxBuffer: 64e6 }, (_error, stdout, stderr) =>
      resolve({ exitCode: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}

function tar(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    execFile('tar', args, (error) => (error ? reject(error) : resolve()));
  });
}
