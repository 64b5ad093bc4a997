import type { Finding, Issue, Report } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { FrontMatter } from './front-matter/parse-front-matter.ts';
import { locateFindings } from './locate-diagnostics.ts';
import { findMisspellings } from './normalize/fields/field-names.ts';
import { readNumber, readPlainText } from './normalize/values/read-value.ts';
import { readRecord } from './read-data-file.ts';

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

function readTopic(file: string, data: FrontMatter, report: Report): DeclaredTopic | undefined {
  const text = (names: readonly string[], to = report): string | undefined => {
    const name = names.find((candidate) => data[candidate] !== undefined && data[candidate] !== null);
    return name === undefined ? undefined : readPlainText({ value: data[name], path: [name], report: to }, MAX_NAME);
  };
  const findings: Finding[] = [];
  const name = text(NAMES, (finding) => findings.push(finding));
  if (name === undefined) {
    for (const finding of findings.length > 0 ? findings : [findNameless(data)])
      report({ ...finding, severity: 'error' });
    return undefined;
  }
  for (const finding of findings) report(finding);
  const shortName = text(['shortName', 'shortname', 'short_name']);
  const parent = text(['parent']);
  const order = data.order === undefined ? orderOf(file) : readNumber({ value: data.order, path: ['order'], report });
  return {
    file,
    name,
    ...(shortName === undefined ? {} : { shortName }),
    ...(parent === undefined ? {} : { parent }),
    ...(order === undefined ? {} : { order }),
  };
}

const NAMES = ['name', 'title'];

function findNameless(data: FrontMatter): Finding {
  const misspelt = findMisspellings(data, [], NAMES).get('name');
  const found = misspelt ? quote(String(misspelt.path[0])) : 'none';
  const message = `Expected a \`name\`, found ${found}; every topic needs one.`;
  return { severity: 'error', path: ['name'], ...misspelt, code: 'missing-field', message };
}

/** The ancestor numbers its files: `01-canvas-apps.yaml`. */
function orderOf(file: string): number | undefined {
  const number = /(?:^|\/)(\d+)-[^/]*$/.exec(file)?.[1];
  return number === undefined ? undefined : Number(number);
}
