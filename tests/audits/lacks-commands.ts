import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Which of these commands are missing; each has an argument for a call without effects. `undefined` if all exist. */
export async function lacksCommands(commands: Record<string, string>): Promise<string | undefined> {
  const missing: string[] = [];
  for (const [name, argument] of Object.entries(commands))
    await promisify(execFile)(name, [argument]).catch(() => missing.push(name));
  return missing.length === 0 ? undefined : missing.join(', ');
}
