import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createTempFolder } from '../support/temp-folder.ts';
import type { Step, Workflow } from '../support/workflows.ts';

/** A run of a workflow, as far as it can be had without GitHub. */
interface Run {
  workflow: Workflow;
  /** The folder of the repository that the workflow lies in, checked out already. */
  workspace: string;
  event: 'push' | 'pull_request';
  /** Puts another repository into a folder of the workspace. */
  checkOut: (folder: string) => void;
  /** Where `actions/cache` keeps its archive from one run to the next. */
  cache: string;
}

export interface StepResult {
  name: string;
  exitCode: number;
  output: string;
}

/** Where the site will lie, as `actions/configure-pages` would say. */
export const BASE_URL = 'https://publisher.github.io/paper';

/**
 * Runs the steps of a workflow's build: its commands in a shell as a runner does, a check-out and the cache by hand, the
 * address as given. Other actions are left out. It ends with the first step that fails.
 */
export async function runBuild(run: Run): Promise<{ steps: StepResult[]; leftOut: string[] }> {
  const steps: StepResult[] = [];
  const leftOut: string[] = [];
  const saved: string[] = [];
  for (const step of run.workflow.jobs.build.steps.filter((one) => isDue(one.if, run.event))) {
    const folder = path.join(run.workspace, step['working-directory'] ?? '');
    if (step.run !== undefined) {
      const result = await runCommands(step.run, folder, variablesOf(run, step));
      steps.push({ name: step.name ?? step.run, ...result });
      if (result.exitCode !== 0) return { steps, leftOut };
    } else if (step.uses?.startsWith('actions/checkout@')) {
      if (step.with?.path !== undefined) run.checkOut(path.join(run.workspace, step.with.path));
    } else if (step.uses?.startsWith('actions/cache@')) {
      saved.push(...(step.with?.path ?? '').trim().split('\n'));
      if (existsSync(run.cache)) await tar(['-xPf', run.cache, '-C', run.workspace]);
    } else leftOut.push(step.uses ?? '');
  }
  // As the action does it, so that times keep their fractions.
  if (saved.length > 0) await tar(['--posix', '-cPf', run.cache, '-C', run.workspace, ...saved]);
  return { steps, leftOut };
}

function isDue(condition: string | undefined, event: Run['event']): boolean {
  if (condition === undefined) return true;
  const [, sign, name] = /^github\.event_name (==|!=) '(\w+)'$/.exec(condition) ?? [];
  if (sign === undefined) throw new Error(`This condition is not known here: ${condition}`);
  return (event === name) === (sign === '==');
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables */
function variablesOf({ workflow, workspace, event }: Run, step: Step): NodeJS.ProcessEnv {
  const files = createTempFolder('runner');
  const said = Object.entries({ ...workflow.env, ...step.env }).map(([name, value]): Variable => [name, fillIn(value)]);
  const commandFiles = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_STEP_SUMMARY'].map(
    (name): Variable => [name, path.join(files, name)],
  );
  for (const [, file] of commandFiles) writeFileSync(file, '');
  return {
    ...own(),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event,
    RUNNER_TEMP: files,
    ...Object.fromEntries(commandFiles),
    ...Object.fromEntries(said),
  };
}

type Variable = [name: string, value: string];

const fillIn = (value: string): string =>
  value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    if (expression !== 'steps.pages.outputs.base_url') throw new Error(`This is not known here: ${expression}`);
    return BASE_URL;
  });

/** Of this process what a shell needs to find its tools; what npm says to its scripts is about another folder. */
const own = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(([name]) => /^(PATH|HOME|TMPDIR|LANG)$|CERT|PROXY|CA_BUNDLE/i.test(name)),
  );

/** The shell of a step that names none. */
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
