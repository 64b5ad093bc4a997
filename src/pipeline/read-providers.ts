import type { Provider } from '../model/provider.ts';
import type { Finding, Issue } from './issue.ts';
import type { LocalImage } from './local-images.ts';
import { readProvider } from './normalize/provider.ts';
import { locateFindings, type ReadOptions } from './read-article.ts';
import { readRecord } from './read-record.ts';

/** A provider as its file declares it. */
export interface DeclaredProvider {
  provider: Provider;
  images: LocalImage[];
  /** Of interest only when an article is by this provider. */
  issues: Issue[];
}

/** Reads the provider files, by domain and, for those without one, by name. Files that cannot be read are issues. */
export function readProviders(
  root: string,
  files: readonly string[],
  options: ReadOptions,
): { providers: Map<string, DeclaredProvider>; issues: Issue[] } {
  const providers = new Map<string, DeclaredProvider>();
  const issues: Issue[] = [];
  for (const file of files) {
    const record = readRecord(root, file);
    if ('issue' in record) {
      issues.push(record.issue);
      continue;
    }
    const findings: Finding[] = [];
    const images: LocalImage[] = [];
    const context = {
      ...options,
      file,
      useImage: (image: LocalImage) => images.push(image),
      report: (finding: Finding) => findings.push(finding),
    };
    const provider = readProvider(record.data, [], context);
    const located = locateFindings(file, findings, record.split);
    if (provider) providers.set(provider.domain ?? provider.name, { provider, images, issues: located });
    else issues.push(...located);
  }
  return { providers, issues };
}
