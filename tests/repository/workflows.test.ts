import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkflow, type Step, WORKFLOWS } from '../support/workflows.ts';

const { version, scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
};

describe.each(WORKFLOWS)('%s', (file) => {
  const { on, permissions, concurrency, jobs } = readWorkflow(file);
  const steps = Object.values(jobs).flatMap((job) => job.steps);
  const stepOf = (action: string): Step | undefined => steps.find(({ uses }) => uses?.startsWith(`${action}@`));

  test('runs on push, on pull requests, manually and once a day', () => {
    expect(on).toMatchObject({ push: { branches: ['main'] }, pull_request: null, workflow_dispatch: null });
    expect(on.schedule.map(({ cron }) => cron)).toEqual([expect.stringMatching(/^[1-5]?[13579] \d+ \* \* \*$/)]);
  });

  test('has only the permissions and the time that it needs', () => {
    expect(permissions).toEqual({});
    expect(jobs.build.permissions).toEqual({ contents: 'read', pages: 'read' });
    expect(jobs.deploy.permissions).toEqual({ pages: 'write', 'id-token': 'write' });
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(20);
    expect(concurrency.group).toContain('github.ref');
    for (const { uses, with: inputs } of steps.filter((step) => step.uses?.startsWith('actions/checkout@')))
      expect(inputs, uses).toMatchObject({ 'persist-credentials': false });
  });

  test("uses only GitHub's own actions, pinned to a major version", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((uses) => !/^actions\/[\w-]+@v\d+$/.test(uses))).toEqual([]);
  });

  test('runs only npm scripts that exist', () => {
    const named = steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name));
    expect(named).toEqual(['content', 'build']);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  test('does not deploy pull requests', () => {
    const isSafe = (step: Step): boolean => step.if === "github.event_name != 'pull_request'";
    expect(jobs.deploy).toMatchObject({ if: "github.event_name != 'pull_request'", needs: 'build' });
    expect(steps.find(({ run }) => run === 'npm run build')).toSatisfy(isSafe);
    expect(stepOf('actions/upload-pages-artifact')).toSatisfy(isSafe);
  });

  test('restores the site and its cache after `npm ci`, which deletes node_modules', () => {
    const names = steps.map(({ uses, run }) => uses ?? run ?? '');
    const cache = names.findIndex((name) => name.startsWith('actions/cache@'));
    expect(cache).toBeGreaterThan(names.indexOf('npm ci'));
    expect(cache).toBeLessThan(names.indexOf('npm run build'));
    const { path = '', key = '', ...inputs } = steps[cache]?.with ?? {};
    const folder = stepOf('actions/upload-pages-artifact')?.with?.path ?? '';
    expect(path.trim().split('\n')).toEqual([folder.replace(/dist$/, 'node_modules/.cache/broadsheet'), folder]);
    expect(key.startsWith(inputs['restore-keys'] ?? '?')).toBe(true);
  });
});

test('the own workflow checks and builds with the variable STRICT', () => {
  const { steps } = readWorkflow('.github/workflows/pages.yml').jobs.build;
  const commands = steps.filter(({ run }) => /npm run (?:content|build)/.test(run ?? ''));
  expect(commands.map(({ env }) => env?.STRICT)).toEqual(['true', 'true']);
});

test('the workflow for content repositories has the current version', () => {
  expect(readWorkflow('.hosting/content-repository.yml').env).toMatchObject({ BROADSHEET_VERSION: `v${version}` });
});
