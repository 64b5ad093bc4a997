import type { Report } from '../../../diagnostics/diagnostic.ts';
import type { Field } from '../names/field-names.ts';
import { type FieldIndex, fieldValue } from '../names/index-fields.ts';
import { scalarText } from '../values/describe-value.ts';
import { readBoolean } from '../values/read-value.ts';

/** Whether a file says that it is a draft: `published: false` or `draft: true`. */
export function readIsDraft(fields: FieldIndex, report: Report): boolean {
  const read = (field: Field): boolean | undefined => {
    const found = fieldValue(fields, field);
    // In other systems `published` is the date of publication.
    if (!found || (field === 'published' && /\d{4}/.test(scalarText(found.value) ?? ''))) return undefined;
    return readBoolean({ value: found.value, path: [found.name], report });
  };
  return read('published') === false || read('draft') === true;
}
