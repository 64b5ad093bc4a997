import path from 'node:path';
import type { BroadsheetApi } from '../vite/build-site.ts';
import { type CliContext, fail } from './cli-context.ts';

interface BuildArguments {
  /** Relative to the working directory; by default that of the Vite configuration, `dist/`. */
  outDir: string | undefined;
  /** Reads and writes everything again: nothing is taken from the caches. */
  isForced: boolean;
  /** Prints what Vite prints, too: every module and chunk. */
  isVerbose: boolean;
}

/** Builds the site as `vite build` does, and prints what a publisher needs. */
export async function buildCommand(
  { outDir, isForced, isVerbose }: BuildArguments,
  context: CliContext,
): Promise<number> {
  try {
    // Loaded here, because the other commands do not need it.
    const { createBuilder } = await import('vite');
    const builder = await createBuilder({
      root: context.cwd,
      logLevel: isVerbose ? 'info' : 'warn',
      build: outDir === undefined ? {} : { outDir: path.resolve(context.cwd, outDir) },
    });
    const api = builder.config.plugins.find(({ name }) => name === 'broadsheet')?.api as BroadsheetApi | undefined;
    if (!api) return fail('vite.config.ts lacks the plugin `broadsheet()`.', context);
    api.isForced = isForced;
    api.print = (text) => context.stdout.write(`${text}\n`);
    await builder.buildApp();
    return 0;
  } catch (error) {
    return fail(describeError(error, isVerbose), context);
  }
}

/** What is wrong with the content is said in full. Of any other error the stack trace is for `--verbose`. */
function describeError(error: unknown, isVerbose: boolean): string {
  if (!(error instanceof Error)) return String(error);
  // Vite loads its configuration as another module, so that class is not the one known here.
  if (error.name === 'PublisherError') return error.message;
  const details = isVerbose ? (error.stack ?? '') : 'Run `npm run build -- --verbose` for details.';
  return `The site could not be built: ${error.message}\n${details}`;
}
