import path from 'node:path';
import type { BroadsheetApi } from '../vite/build-site.ts';
import { canBundleConfig } from '../vite/config-folder.ts';
import { type CliContext, fail } from './cli-context.ts';

interface BuildArguments {
  /** Relative to the working directory. The default is that of the Vite configuration, `dist/`. */
  outDir: string | undefined;
  /** Ignores the caches: bundles the app, reads all content, renders all pages, and compares the bytes of all files. */
  isForced: boolean;
  /** Also prints the output of Vite: every module and chunk. */
  isVerbose: boolean;
}

/** Builds the site like `vite build`, with shorter output. Returns the exit code. */
export async function buildCommand(
  { outDir, isForced, isVerbose }: BuildArguments,
  context: CliContext,
): Promise<number> {
  try {
    // Imported here, because the other commands do not need Vite.
    const { createBuilder } = await import('vite');
    const builder = await createBuilder({
      root: context.cwd,
      configLoader: canBundleConfig(context.cwd) ? 'bundle' : 'runner',
      logLevel: isVerbose ? 'info' : 'warn',
      build: outDir === undefined ? {} : { outDir: path.resolve(context.cwd, outDir) },
    });
    const api = builder.config.plugins.find(({ name }) => name === 'broadsheet')?.api as BroadsheetApi | undefined;
    if (!api) return fail('Expected the plugin `broadsheet()` in vite.config.ts, found none.', context);
    api.isForced = isForced;
    api.print = (text) => context.stdout.write(`${text}\n`);
    await builder.buildApp();
    return 0;
  } catch (error) {
    return fail(describeError(error, isVerbose), context);
  }
}

/** The message of an error. Unexpected errors have a stack trace with `--verbose` only. */
function describeError(error: unknown, isVerbose: boolean): string {
  if (!(error instanceof Error)) return String(error);
  // The class is another one where the pipeline is not bundled, see `bundled/load-pipeline.js`: `instanceof` would be false.
  if (error.name === 'PublisherError') return error.message;
  const details = isVerbose ? (error.stack ?? '') : 'Run `npm run build -- --verbose` for details.';
  return `The site could not be built: ${error.message}\n${details}`;
}
