import type { Provider } from '../../model/provider.ts';
import type { Diagnostic, FieldDiagnostic } from '../diagnostics/diagnostic.ts';
import type { LocalImageResult } from './images/local-images.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { readProvider } from './normalize/fields/provider.ts';
import type { ReadOptions } from './read-article.ts';
import { readDataFile } from './read-data-file.ts';

/** A provider as its file declares it. */
export interface DeclaredProvider {
  provider: Provider;
  /** Its logo, where that is a local image. */
  images: LocalImageResult[];
  /** What is wrong with its logos: of interest only when a story needs one. */
  logoDiagnostics: Diagnostic[];
}

/** Reads the provider files. Of several for one domain or name the first counts. */
export function readProviders(
  root: string,
  files: readonly string[],
  options: ReadOptions,
): { providers: DeclaredProvider[]; diagnostics: Diagnostic[] } {
  const providers = new Map<string, DeclaredProvider>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const read = readProviderFile(root, file, options);
    for (const diagnostic of read.diagnostics) diagnostics.push(diagnostic);
    const { declared } = read;
    if (!declared) continue;
    const key = declared.provider.domain ?? declared.provider.name;
    if (!providers.has(key)) providers.set(key, declared);
  }
  return { providers: [...providers.values()], diagnostics };
}

function readProviderFile(
  root: string,
  file: string,
  options: ReadOptions,
): { declared?: DeclaredProvider; diagnostics: Diagnostic[] } {
  const record = readDataFile(root, file);
  if ('diagnostics' in record) return { diagnostics: record.diagnostics };
  const fieldDiagnostics: FieldDiagnostic[] = [];
  const images: LocalImageResult[] = [];
  const provider = readProvider(record.data, [], {
    ...options,
    file,
    noteImage: (image) => images.push(image),
    report: (diagnostic) => fieldDiagnostics.push(diagnostic),
  });
  const diagnostics = locateDiagnostics(file, fieldDiagnostics, record.split);
  const isAboutLogo = ({ field = '' }: Diagnostic): boolean => field.startsWith('images');
  // One missing logo says enough, and none does when another size of it is there.
  const logoDiagnostics = diagnostics
    .filter((diagnostic) => isAboutLogo(diagnostic) && (!provider?.logo || diagnostic.code === 'large-image'))
    .slice(0, 1);
  const others = diagnostics.filter((diagnostic) => !isAboutLogo(diagnostic));
  const logos = images.filter((result) => 'image' in result && result.image.output === provider?.logo?.url);
  return { diagnostics: others, ...(provider ? { declared: { provider, images: logos, logoDiagnostics } } : {}) };
}
