import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type FirstLoad, total } from './first-load.ts';

/** The measurements by site and page. `npm run budgets -- --write` updates them. */
export const BUDGETS_FILE = path.resolve(import.meta.dirname, '../budgets.json');

export type Budgets = Record<string, Record<string, FirstLoad>>;

export const readBudgets = (): Budgets => JSON.parse(readFileSync(BUDGETS_FILE, 'utf8')) as Budgets;

/** A budget is a measurement times this factor. */
const TOLERANCE = 1.02;

/** Describes how a page exceeds its budget, with the files that grew. */
export function exceededBudgets(budget: FirstLoad, found: FirstLoad): string[] {
  const exceeded: string[] = [];
  for (const [kind, files] of Object.entries(found.bytes)) {
    const expected = budget.bytes[kind] ?? {};
    if (total(files) <= total(expected) * TOLERANCE) continue;
    exceeded.push(
      `${kind}: ${total(files)} bytes, budget ${Math.round(total(expected) * TOLERANCE)}; ${describeGrowth(expected, files)}`,
    );
  }
  if (found.beforeFirstPaint > budget.beforeFirstPaint * TOLERANCE)
    exceeded.push(`before first paint: ${found.beforeFirstPaint} bytes, budget ${budget.beforeFirstPaint} and 2 %`);
  if (found.requests > budget.requests) exceeded.push(`${found.requests} requests, budget ${budget.requests}`);
  return exceeded;
}

function describeGrowth(expected: Record<string, number>, files: Record<string, number>): string {
  const larger = Object.entries(files).filter(([file, bytes]) => bytes > (expected[file] ?? 0));
  return larger.map(([file, bytes]) => `${file} grew from ${expected[file] ?? 0} to ${bytes}`).join(', ');
}
