import type { Report } from '../../../diagnostics/diagnostic.ts';
import type { FrontMatter } from '../../front-matter/parse-front-matter.ts';
import { readBoolean } from '../values/read-value.ts';
import { type Field, fieldValue } from './field-names.ts';

/** Whether a file says that it is a draft: `published: false` or `draft: true`. */
export function readIsDraft(data: FrontMatter, report: Report): boolean {
  const read = (field: Field): boolean | undefined => {
    const found = fieldValue(data, field);
    return found && readBoolean({ value: found.value, path: [found.name], report });
  };
  return read('published') === false || read('draft') === true;
}
