import { runCommand } from './run-command.ts';

const { stdout, stderr, env } = process;
const context = { cwd: process.cwd(), env, stdout, stderr, now: Date.now() };
process.exitCode = await runCommand(process.argv.slice(2), context);
