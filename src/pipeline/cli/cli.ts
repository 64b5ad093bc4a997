import { runCommand } from './run-command.ts';

const { stdout, stderr, env } = process;
const shell = { cwd: process.cwd(), env, stdout, stderr, now: Date.now() };
process.exitCode = runCommand(process.argv.slice(2), shell);
