import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The workflow of this repository, and the one for a repository with only content. */
export const WORKFLOWS = ['.github/workflows/pages.yml', '.hosting/content-repository.yml'];

export interface Step {
  name?: string;
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, string>;
  env?: Record<string, string>;
  'working-directory'?: string;
}

interface Job {
  permissions: Record<string, string>;
  'timeout-minutes': number;
  steps: Step[];
}

/** The part of the workflow syntax that we use. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
export interface Workflow {
  on: { push: object; pull_request: unknown; workflow_dispatch: unknown; schedule: { cron: string }[] };
  env?: Record<string, string>;
  permissions: object;
  concurrency: { group: string };
  jobs: Record<'build' | 'deploy', Job>;
}

export const readWorkflow = (file: string): Workflow => parse(readFileSync(file, 'utf8')) as Workflow;
