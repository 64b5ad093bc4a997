import type { Diagnostic, FieldDiagnostic, Report } from '../diagnostics/diagnostic.ts';
import { quote } from '../diagnostics/quote.ts';
import type { FrontMatter } from './front-matter/parse-front-matter.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { findMisspellings } from './normalize/names/misspellings.ts';
import { readNumber, readPlainText } from './normalize/values/read-value.ts';
import { readDataFile } from './read-data-file.ts';

/** A topic with its own file. */
export interface DeclaredTopic {
  file: string;
  name: string;
  shortName?: string;
  /** The name of its parent topic. */
  parent?: string;
  order?: number;
}

const MAX_NAME = 200;

/** Reads the topic files. A file without a name is an error and declares no topic. */
export function readTopics(
  root: string,
  files: readonly string[],
): { topics: DeclaredTopic[]; diagnostics: Diagnostic[] } {
  const topics: DeclaredTopic[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const record = readDataFile(root, file);
    if ('diagnostics' in record) {
      diagnostics.push(...record.diagnostics);
      continue;
    }
    const fieldDiagnostics: FieldDiagnostic[] = [];
    const topic = readTopic(file, record.data, (diagnostic) => fieldDiagnostics.push(diagnostic));
    if (topic) topics.push(topic);
    for (const diagnostic of locateDiagnostics(file, fieldDiagnostics, record.split)) diagnostics.push(diagnostic);
  }
  return { topics, diagnostics };
}

function readTopic(file: string, data: FrontMatter, report: Report): DeclaredTopic | undefined {
  const readText = (names: readonly string[], reportTo = report): string | undefined => {
    const name = names.find((candidate) => data[candidate] !== undefined && data[candidate] !== null);
    return name === undefined
      ? undefined
      : readPlainText({ value: data[name], path: [name], report: reportTo }, MAX_NAME);
  };
  const fieldDiagnostics: FieldDiagnostic[] = [];
  const name = readText(NAMES, (diagnostic) => fieldDiagnostics.push(diagnostic));
  if (name === undefined) {
    for (const diagnostic of fieldDiagnostics.length > 0 ? fieldDiagnostics : [missingName(data)])
      report({ ...diagnostic, severity: 'error' });
    return undefined;
  }
  for (const diagnostic of fieldDiagnostics) report(diagnostic);
  const shortName = readText(['shortName', 'shortname', 'short_name']);
  const parent = readText(['parent']);
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

function missingName(data: FrontMatter): FieldDiagnostic {
  const misspelt = findMisspellings(data, [], NAMES).get('name');
  const found = misspelt ? quote(String(misspelt.path[0])) : 'none';
  const message = `Expected a \`name\`, found ${found}; every topic needs one.`;
  return { severity: 'error', path: ['name'], ...misspelt, code: 'missing-field', message };
}

/** Legacy folders number their topic files: `01-canvas-apps.yaml`. */
function orderOf(file: string): number | undefined {
  const number = /(?:^|\/)(\d+)-[^/]*$/.exec(file)?.[1];
  return number === undefined ? undefined : Number(number);
}
