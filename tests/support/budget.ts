import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type FirstLoad, total } from './first-load.ts';

/** What was measured last, by site and page. `npm run budgets -- --write` measures again. */
export const BUDGETS_FILE = path.resolve(import.meta.dirname, '../budgets.json');

export type Budgets = Record<string, Record<string, FirstLoad>>;

export const readBudgets = (): Budgets => JSON.parse(readFileSync(BUDGETS_FILE, 'utf8')) as Budgets;

/** A budget is what was measured, and so much more. */
const LEEWAY = 1.02;

/** In what a page exceeds its budget, naming the files that grew. */
export function exceededBudgets(budget: FirstLoad, found: FirstLoad): string[] {
  const faults: string[] = [];
  for (const [kind, files] of Object.entries(found.bytes)) {
    const known = budget.bytes[kind] ?? {};
    if (total(files) <= total(known) * LEEWAY) continue;
    faults.push(`${kind}: ${total(files)} bytes, budget ${Math.round(total(known) * LEEWAY)}; ${grown(known, files)}`);
  }
  if (found.beforeFirstPaint > budget.beforeFirstPaint * LEEWAY)
    faults.push(`before first paint: ${found.beforeFirstPaint} bytes, budget ${budget.beforeFirstPaint} and 2 %`);
  if (found.requests > budget.requests) faults.push(`${found.requests} requests, budget ${budget.requests}`);
  return faults;
}

function grown(known: Record<string, number>, files: Record<string, number>): string {
  const larger = Object.entries(files).filter(([file, bytes]) => bytes > (known[file] ?? 0));
  return larger.map(([file, bytes]) => `${file} grew from ${known[file] ?? 0} to ${bytes}`).join(', ');
}
