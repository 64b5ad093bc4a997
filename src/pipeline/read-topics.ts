import type { Finding, Issue } from './issue.ts';
import { locateFindings } from './locate-findings.ts';
import { readNumber, readPlainText } from './normalize/values.ts';
import { readRecord } from './read-record.ts';

/** A topic as its file declares it. */
export interface DeclaredTopic {
  file: string;
  name: string;
  shortName?: string;
  /** The name of the topic above it. */
  parent?: string;
  order?: number;
}

const MAX_NAME = 200;

/** Reads the topic files. Each problem is an issue; a file without a name declares nothing. */
export function readTopics(root: string, files: readonly string[]): { topics: DeclaredTopic[]; issues: Issue[] } {
  const topics: DeclaredTopic[] = [];
  const issues: Issue[] = [];
  for (const file of files) {
    const record = readRecord(root, file);
    if ('issues' in record) {
      issues.push(...record.issues);
      continue;
    }
    const findings: Finding[] = [];
    const topic = readTopic(file, record.data, (finding) => findings.push(finding));
    if (topic) topics.push(topic);
    for (const issue of locateFindings(file, findings, record.split)) issues.push(issue);
  }
  return { topics, issues };
}

function readTopic(
  file: string,
  data: Record<string, unknown>,
  report: (finding: Finding) => void,
): DeclaredTopic | undefined {
  const text = (...names: string[]): string | undefined => {
    const name = names.find((candidate) => data[candidate] !== undefined && data[candidate] !== null);
    return name === undefined ? undefined : readPlainText({ value: data[name], path: [name], report }, MAX_NAME);
  };
  const name = text('name', 'title');
  if (name === undefined) {
    report({ severity: 'error', path: ['name'], code: 'missing-field', message: 'A topic needs a `name`.' });
    return undefined;
  }
  const shortName = text('shortName', 'shortname', 'short_name');
  const parent = text('parent');
  const order = data.order === undefined ? orderOf(file) : readNumber({ value: data.order, path: ['order'], report });
  return {
    file,
    name,
    ...(shortName === undefined ? {} : { shortName }),
    ...(parent === undefined ? {} : { parent }),
    ...(order === undefined ? {} : { order }),
  };
}

/** The ancestor numbers its files: `01-canvas-apps.yaml`. */
function orderOf(file: string): number | undefined {
  const number = /(?:^|\/)(\d+)-[^/]*$/.exec(file)?.[1];
  return number === undefined ? undefined : Number(number);
}
