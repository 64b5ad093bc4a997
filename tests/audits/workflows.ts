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

/** Has GitHub's own parser read the workflows, and runs their commands: here, and for a folder of content alone. */
export async function checkWorkflows(): Promise<string | undefined> {
  const faults = [...(await checkSyntax()), ...(await checkOwn()), ...(await checkContentRepository())];
  return faults.length === 0 ? undefined : faults.join('\n');
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
  if (folder === undefined) return ["GitHub's parser of workflows could not be had"];
  const file = path.join(folder, 'dist/index.js');
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = (await import(
    pathToFileURL(file).href
  )) as WorkflowParser;
  const faults: string[] = [];
  for (const name of WORKFLOWS) {
    const { context, value } = parseWorkflow(
      { name, content: readFileSync(name, 'utf8') },
      new NoOperationTraceWriter(),
    );
    await convertWorkflowTemplate(context, value);
    faults.push(...context.errors.getErrors().map(({ message }) => message));
  }
  print(`${WORKFLOWS.length} workflows read by GitHub's parser`);
  return faults;
}

/** In a clone: then from what that left in the cache and with a story less, which must come to the same as without. */
async function checkOwn(): Promise<string[]> {
  const [workspace, cache] = places();
  const workflow = readWorkflow(PAGES);
  const site = path.join(workspace, 'dist');
  const story = newestStory('content');
  const faults: string[] = [];
  const run = async (change: () => void, event: 'push' | 'pull_request' = 'push'): Promise<StepResult[]> => {
    rmSync(workspace, { recursive: true, force: true });
    clone(workspace);
    change();
    return report(PAGES, await runBuild({ workflow, workspace, event, checkOut: clone, cache }));
  };
  faults.push(...failed(await run(() => undefined)), ...siteFaults(site, story));
  const withdraw = (): void => rmSync(path.join(workspace, 'content', `${story}.md`));
  const again = await run(withdraw);
  faults.push(...failed(again), ...withdrawalFaults(site, story, again));
  const left = filesIn(site);
  rmSync(cache);
  faults.push(...failed(await run(withdraw)), ...differences(left, filesIn(site)));
  faults.push(...failed(await run(() => undefined, 'pull_request')));
  return faults;
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

/** The same for a folder of content, with Broadsheet in a folder in it; then with a fault in a file. */
async function checkContentRepository(): Promise<string[]> {
  const [, cache] = places();
  const text = readFileSync(CONTENT_REPOSITORY, 'utf8');
  const named = parse(text.replace('OWNER/broadsheet', 'somebody/broadsheet')) as Workflow;
  const workspace = writeContent(CONTENT);
  const site = path.join(workspace, '.broadsheet/dist');
  const faults: string[] = [];
  const run = async (workflow: Workflow, event: 'push' | 'pull_request' = 'push'): Promise<StepResult[]> => {
    rmSync(path.join(workspace, '.broadsheet'), { recursive: true, force: true });
    return report(CONTENT_REPOSITORY, await runBuild({ workflow, workspace, event, checkOut: clone, cache }));
  };
  faults.push(...refusalFaults(await run(readWorkflow(CONTENT_REPOSITORY)), '::error title=Where is Broadsheet?::Put'));
  faults.push(...failed(await run(named)), ...siteFaults(site, 'news/second'));
  rmSync(path.join(workspace, 'news/second.md'));
  const again = await run(named);
  faults.push(...failed(again), ...withdrawalFaults(site, 'news/second', again));

  writeFileSync(path.join(workspace, 'news/first.md'), BROKEN);
  const annotation = '::error file=news/first.md,line=3,col=20,title=publishedDateTime%3A ';
  for (const event of ['push', 'pull_request'] as const)
    faults.push(...refusalFaults(await run(named, event), annotation));
  return faults;
}

/** A workspace, in which every run begins with nothing, and the file of the cache. */
function places(): [string, string] {
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

const failed = (steps: StepResult[]): string[] =>
  steps.filter(({ exitCode }) => exitCode !== 0).map(({ name, output }) => `${name} failed:\n${output}`);

function siteFaults(site: string, story: string): string[] {
  const page = path.join(site, 'articles', story, 'index.html');
  const wanted = `<link rel="canonical" href="${BASE_URL}/articles/${story}/">`;
  if (existsSync(page) && readFileSync(page, 'utf8').includes(wanted)) return [];
  return [`${page} is not there, or does not say where it lies`];
}

/** A story that was withdrawn is gone, and hardly anything was written for it. */
function withdrawalFaults(site: string, story: string, steps: StepResult[]): string[] {
  const [, written = 'none', kept = 'none', deleted = 'none'] =
    /: (\d+) files? written, (\d+) kept, (\d+) deleted/.exec(steps.at(-1)?.output ?? '') ?? [];
  print(`with a story less: ${written} files written, ${kept} kept, ${deleted} deleted`);
  const faults: string[] = [];
  if (existsSync(path.join(site, 'articles', story))) faults.push(`${story} is still in ${site}`);
  if (!(Number(deleted) > 0)) faults.push('nothing was deleted');
  return faults;
}

/** Every file of a folder but the one that says when it was built. */
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
  print(`${names.size} files, of which ${different.length} differ from those made without a cache`);
  return different.map((name) => `${name} differs from what is made without a cache`);
}

/** The last step must fail, and say why. */
function refusalFaults(steps: StepResult[], annotation: string): string[] {
  const { name = 'nothing', exitCode = 0, output = '' } = steps.at(-1) ?? {};
  const isSaid = output.split('\n').some((line) => line.startsWith(annotation));
  return exitCode !== 0 && isSaid ? [] : [`${name} ended with ${exitCode} and without ${annotation}:\n${output}`];
}

function report(file: string, { steps, leftOut }: Awaited<ReturnType<typeof runBuild>>): StepResult[] {
  const ran = steps.map(({ name, exitCode }) => (exitCode === 0 ? name : `${name} (${exitCode})`));
  print(`${file}: ${ran.join(', ')}; left out: ${leftOut.join(', ') || 'nothing'}`);
  return steps;
}

const print = (line: string): void => console.log(`        ${line}`);
