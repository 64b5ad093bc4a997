import type { SourceLocation } from '../../../diagnostics/code-frame.ts';
import { quote } from '../../../diagnostics/quote.ts';

/** What a body lost, by kind: one warning for each kind, at its first occurrence. */
export interface Losses {
  add: (loss: Loss) => void;
  /** Reports the warnings in the order of their first occurrences. */
  report: () => void;
}

export interface Loss {
  /** What was found: `<script>`. Equal values are one kind. */
  found: string;
  /** What was expected: `harmless HTML`. */
  expected: string;
  /** What becomes of it: `it is left out`. */
  outcome?: string;
  location: SourceLocation;
  hint?: string;
}

export type Warn = (code: string, message: string, location?: SourceLocation, hint?: string) => void;

export function createLosses(warn: Warn): Losses {
  const kinds = new Map<string, Loss & { count: number }>();
  return {
    add(loss) {
      const known = kinds.get(loss.found);
      if (known) known.count += 1;
      else kinds.set(loss.found, { count: 1, ...loss });
    },
    report() {
      for (const { found, expected, outcome = 'it is left out', count, location, hint } of kinds.values()) {
        const times = count > 1 ? ` The file has it ${count.toLocaleString('en')} times.` : '';
        warn('left-out', `Expected ${expected}, found ${quote(found)}; ${outcome}.${times}`, location, hint);
      }
    },
  };
}
