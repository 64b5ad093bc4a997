import type { Provider } from '../../model/provider.ts';
import type { Diagnostic, FieldDiagnostic } from '../diagnostics/diagnostic.ts';
import type { LocalImageResult } from './images/local-images.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { readProvider } from './normalize/fields/provider.ts';
import type { ReadOptions } from './read-article.ts';
import { readDataFile } from './read-data-file.ts';

/** A provider with its own file. */
export interface DeclaredProvider {
  provider: Provider;
  /** Its logo, if that is a local image. */
  images: LocalImageResult[];
  /** Diagnostics of its logo. They are reported only if a story uses it. */
  logoDiagnostics: Diagnostic[];
}

/** Reads the provider files. If several have the same domain or name, the first is used. */
export function readProviders(
  root: string,
  files: readonly string[],
  options: ReadOptions,
): { providers: DeclaredProvider[]; diagnostics: Diagnostic[] } {
  const providers = new Map<string, DeclaredProvider>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const result = readProviderFile(root, file, options);
    for (const diagnostic of result.diagnostics) diagnostics.push(diagnostic);
    const { declared } = result;
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
  // One diagnostic about a missing logo is enough, and none is needed if another size exists.
  const logoDiagnostics = diagnostics
    .filter((diagnostic) => isAboutLogo(diagnostic) && (!provider?.logo || diagnostic.code === 'large-image'))
    .slice(0, 1);
  const others = diagnostics.filter((diagnostic) => !isAboutLogo(diagnostic));
  const logos = images.filter((result) => 'image' in result && result.image.output === provider?.logo?.url);
  return { diagnostics: others, ...(provider ? { declared: { provider, images: logos, logoDiagnostics } } : {}) };
}
