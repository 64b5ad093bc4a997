import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Which of these commands are not there, each with arguments that do nothing; nothing when all are. */
export async function lacksCommands(commands: Record<string, string>): Promise<string | undefined> {
  const lacking: string[] = [];
  for (const [name, argument] of Object.entries(commands))
    await promisify(execFile)(name, [argument]).catch(() => lacking.push(name));
  return lacking.length === 0 ? undefined : lacking.join(', ');
}
