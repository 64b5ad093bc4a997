import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { writeContent } from '../support/temp-content.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { readWorkflow, WORKFLOWS, type Workflow } from '../support/workflows.ts';
import { installLibrary } from './npx.ts';
import { BASE_URL, runBuild, type StepResult } from './workflow-runner.ts';

const [PAGES = '', CONTENT_REPOSITORY = ''] = WORKFLOWS;

/** Parses the workflows with GitHub's parser, and runs their commands for this repository and for a content repository. */
export async function checkWorkflows(): Promise<string | undefined> {
  const failures = [...(await checkSyntax()), ...(await checkOwn()), ...(await checkContentRepository())];
  return failures.length === 0 ? undefined : failures.join('\n');
}

interface WorkflowParser {
  parseWorkflow: (file: { name: string; content: string }, trace: object) => { context: Context; value: unknown };
  convertWorkflowTemplate: (context: Context, value: unknown) => Promise<unknown>;
  NoOperationTraceWriter: new () => object;
}

interface Context {
  errors: { getErrors: () => { message: string }[] };
}

/** https://github.com/actions/languageservices/tree/main/workflow-parser */
async function checkSyntax(): Promise<string[]> {
  const folder = await installLibrary('@actions/workflow-parser', '0.3.61').catch(() => undefined);
  if (folder === undefined) return ["GitHub's workflow parser could not be installed"];
  const file = path.join(folder, 'dist/index.js');
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = (await import(
    pathToFileURL(file).href
  )) as WorkflowParser;
  const failures: string[] = [];
  for (const name of WORKFLOWS) {
    const { context, value } = parseWorkflow(
      { name, content: readFileSync(name, 'utf8') },
      new NoOperationTraceWriter(),
    );
    await convertWorkflowTemplate(context, value);
    failures.push(...context.errors.getErrors().map(({ message }) => message));
  }
  print(`${WORKFLOWS.length} workflows read by GitHub's parser`);
  return failures;
}

/** Runs the workflow in a clone, then with its cache and one story less. The result must be the same as without cache. */
async function checkOwn(): Promise<string[]> {
  const [workspace, cache] = createPaths();
  const workflow = readWorkflow(PAGES);
  const site = path.join(workspace, 'dist');
  const story = newestStory('content');
  const failures: string[] = [];
  const run = async (change: () => void, event: 'push' | 'pull_request' = 'push'): Promise<StepResult[]> => {
    rmSync(workspace, { recursive: true, force: true });
    clone(workspace);
    change();
    return report(PAGES, await runBuild({ workflow, workspace, event, checkOut: clone, cache }));
  };
  failures.push(...failedSteps(await run(() => undefined)), ...checkSite(site, story));
  const deleteStory = (): void => rmSync(path.join(workspace, 'content', `${story}.md`));
  const again = await run(deleteStory);
  failures.push(...failedSteps(again), ...checkDeletion(site, story, again));
  const left = filesIn(site);
  rmSync(cache);
  failures.push(...failedSteps(await run(deleteStory)), ...differences(left, filesIn(site)));
  failures.push(...failedSteps(await run(() => undefined, 'pull_request')));
  return failures;
}

const BROKEN = '---\ntitle: A day that was not\npublishedDateTime: 2026-02-30\nwebUrl: https://example.com/a\n---\n';

const CONTENT = {
  'README.md': '# Our content\n',
  'site.yaml': 'title: Ours\n',
  '.github/workflows/pages.yml': '',
  ...Object.fromEntries(
    ['first', 'second'].map((name, index) => [
      `news/${name}.md`,
      BROKEN.replace('2026-02-30', `2026-11-2${index}`).replace('A day that was not', `The ${name} story`),
    ]),
  ),
};

/** Runs the workflow of a content repository with Broadsheet in a subfolder, then with an error in a file. */
async function checkContentRepository(): Promise<string[]> {
  const [, cache] = createPaths();
  const text = readFileSync(CONTENT_REPOSITORY, 'utf8');
  const named = parse(text.replace('OWNER/broadsheet', 'somebody/broadsheet')) as Workflow;
  const workspace = writeContent(CONTENT);
  const site = path.join(workspace, '.broadsheet/dist');
  const failures: string[] = [];
  const run = async (workflow: Workflow, event: 'push' | 'pull_request' = 'push'): Promise<StepResult[]> => {
    rmSync(path.join(workspace, '.broadsheet'), { recursive: true, force: true });
    return report(CONTENT_REPOSITORY, await runBuild({ workflow, workspace, event, checkOut: clone, cache }));
  };
  failures.push(
    ...checkFailure(await run(readWorkflow(CONTENT_REPOSITORY)), '::error title=Where is Broadsheet?::Put'),
  );
  failures.push(...failedSteps(await run(named)), ...checkSite(site, 'news/second'));
  rmSync(path.join(workspace, 'news/second.md'));
  const again = await run(named);
  failures.push(...failedSteps(again), ...checkDeletion(site, 'news/second', again));

  writeFileSync(path.join(workspace, 'news/first.md'), BROKEN);
  const annotation = '::error file=news/first.md,line=3,col=20,title=publishedDateTime%3A ';
  for (const event of ['push', 'pull_request'] as const)
    failures.push(...checkFailure(await run(named, event), annotation));
  return failures;
}

/** The paths of a workspace and of a cache archive. */
function createPaths(): [string, string] {
  const folder = createTempFolder('workflow');
  return [path.join(folder, 'workspace'), path.join(folder, 'cache.tar')];
}

const clone = (folder: string): void => {
  execFileSync('git', ['clone', '--quiet', '.', folder]);
};

function newestStory(content: string): string {
  const files = readdirSync(content, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
  return (files.sort().at(-1) ?? '').replaceAll(path.sep, '/').replace(/\.md$/, '');
}

const failedSteps = (steps: StepResult[]): string[] =>
  steps.filter(({ exitCode }) => exitCode !== 0).map(({ name, output }) => `${name} failed:\n${output}`);

function checkSite(site: string, story: string): string[] {
  const page = path.join(site, 'articles', story, 'index.html');
  const wanted = `<link rel="canonical" href="${BASE_URL}/articles/${story}/">`;
  if (existsSync(page) && readFileSync(page, 'utf8').includes(wanted)) return [];
  return [`${page} is missing or has the wrong canonical URL`];
}

/** Checks that a deleted story is no longer in the site. */
function checkDeletion(site: string, story: string, steps: StepResult[]): string[] {
  const [, written = 'none', kept = 'none', deleted = 'none'] =
    /: (\d+) files? written, (\d+) kept, (\d+) deleted/.exec(steps.at(-1)?.output ?? '') ?? [];
  print(`with a story less: ${written} files written, ${kept} kept, ${deleted} deleted`);
  const failures: string[] = [];
  if (existsSync(path.join(site, 'articles', story))) failures.push(`${story} is still in ${site}`);
  if (!(Number(deleted) > 0)) failures.push('nothing was deleted');
  return failures;
}

/** All files of a folder except `build.json`, which contains the time of the build. */
function filesIn(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return new Map(
    files.filter((file) => !file.endsWith('build.json')).map((file) => [file, readFileSync(file, 'latin1')]),
  );
}

function differences(one: Map<string, string>, other: Map<string, string>): string[] {
  const names = new Set([...one.keys(), ...other.keys()]);
  const different = [...names].filter((name) => one.get(name) !== other.get(name));
  print(`${names.size} files, of which ${different.length} differ from a build without cache`);
  return different.map((name) => `${name} differs from a build without cache`);
}

/** Checks that the last step fails with an annotation. */
function checkFailure(steps: StepResult[], annotation: string): string[] {
  const { name = 'nothing', exitCode = 0, output = '' } = steps.at(-1) ?? {};
  const hasAnnotation = output.split('\n').some((line) => line.startsWith(annotation));
  return exitCode !== 0 && hasAnnotation
    ? []
    : [`${name} ended with ${exitCode} and without ${annotation}:\n${output}`];
}

function report(file: string, { steps, skipped }: Awaited<ReturnType<typeof runBuild>>): StepResult[] {
  const ran = steps.map(({ name, exitCode }) => (exitCode === 0 ? name : `${name} (${exitCode})`));
  print(`${file}: ${ran.join(', ')}; skipped: ${skipped.join(', ') || 'none'}`);
  return steps;
}

const print = (line: string): void => console.log(`        ${line}`);
