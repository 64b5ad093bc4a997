import type { Provider } from '../../model/provider.ts';
import type { Finding, Issue } from '../diagnostics/diagnostic.ts';
import type { LocalImageResult } from './images/local-images.ts';
import { locateFindings } from './locate-diagnostics.ts';
import { readProvider } from './normalize/fields/provider.ts';
import type { ReadOptions } from './read-article.ts';
import { readRecord } from './read-data-file.ts';

/** A provider as its file declares it. */
export interface DeclaredProvider {
  provider: Provider;
  /** Its logo, where that is a local image. */
  images: LocalImageResult[];
  /** What is wrong with its logos: of interest only when a story needs one. */
  logoIssues: Issue[];
}

/** Reads the provider files. Of several for one domain or name the first counts. */
export function readProviders(
  root: string,
  files: readonly string[],
  options: ReadOptions,
): { providers: DeclaredProvider[]; issues: Issue[] } {
  const providers = new Map<string, DeclaredProvider>();
  const issues: Issue[] = [];
  for (const file of files) {
    const read = readProviderFile(root, file, options);
    for (const issue of read.issues) issues.push(issue);
    const { declared } = read;
    if (!declared) continue;
    const key = declared.provider.domain ?? declared.provider.name;
    if (!providers.has(key)) providers.set(key, declared);
  }
  return { providers: [...providers.values()], issues };
}

function readProviderFile(
  root: string,
  file: string,
  options: ReadOptions,
): { declared?: DeclaredProvider; issues: Issue[] } {
  const record = readRecord(root, file);
  if ('issues' in record) return { issues: record.issues };
  const findings: Finding[] = [];
  const images: LocalImageResult[] = [];
  const provider = readProvider(record.data, [], {
    ...options,
    file,
    useImage: (image) => images.push(image),
    report: (finding) => findings.push(finding),
  });
  const issues = locateFindings(file, findings, record.split);
  const isAboutLogo = ({ field = '' }: Issue): boolean => field.startsWith('images');
  // One missing logo says enough, and none does when another size of it is there.
  const logoIssues = issues
    .filter((issue) => isAboutLogo(issue) && (!provider?.logo || issue.code === 'large-image'))
    .slice(0, 1);
  const others = issues.filter((issue) => !isAboutLogo(issue));
  const logos = images.filter((result) => 'image' in result && result.image.output === provider?.logo?.url);
  return { issues: others, ...(provider ? { declared: { provider, images: logos, logoIssues } } : {}) };
}
