import { runCommand } from './check-content.ts';

const { stdout, stderr, env } = process;
process.exitCode = runCommand(process.argv.slice(2), { cwd: process.cwd(), env, stdout, stderr });
