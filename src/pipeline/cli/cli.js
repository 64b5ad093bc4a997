import { loadModule } from '../bundled/load-pipeline.js';

const { stdout, stderr, env } = process;
const context = { cwd: process.cwd(), env, stdout, stderr, now: Date.now() };
const { runCommand } = await loadModule('cli/run-command');
process.exitCode = await runCommand(process.argv.slice(2), context);
