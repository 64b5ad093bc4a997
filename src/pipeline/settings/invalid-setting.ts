import type { FieldPath } from '../diagnostics/diagnostic.ts';

/** Why the value of a setting is invalid. */
export interface InvalidSetting {
  /** What was expected and found, as a sentence without a capital letter and a full stop. */
  reason: string;
  hint?: string;
  /** The path inside the value, if only a part of it is invalid. */
  path?: FieldPath;
}
