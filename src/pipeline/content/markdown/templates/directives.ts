import { titleOf } from '../report/title-of.ts';
import { asBlock, type EditList } from './edit-list.ts';
import { calloutTags } from './tag-handlers.ts';

const LINE = /^[ \t]*(?:>[ \t]*)*(:{3,})[ \t]*(.*)$/gm;
const OPENING = /^\{?\.?([a-z][\w-]{0,40})\}?[ \t]*(?:\[([^\]\n]*)\]|\{[^}\n]*\})?[ \t]*(.*)$/i;
const CALLOUT =
  /^(?:note|tip|info|warning|danger|caution|important|success|abstract|question|quote|example|hint|attention)$/i;

/**
 * Translates the containers of Docusaurus and Pandoc, `:::note Title` to `:::`: callouts of a known kind, and all others
 * to their content.
 */
export function translateDirectives(list: EditList): void {
  if (!list.text.includes(':::')) return;
  /** The end tags of the containers that are open. */
  const open: string[] = [];
  for (const { 0: line, 1: colons = '', 2: rest = '', index } of list.text.matchAll(LINE)) {
    const start = index + line.indexOf(colons);
    const end = index + line.length;
    if (!list.isFree(start, end)) continue;
    const [, kind = '', label, title = ''] = OPENING.exec(rest.trim()) ?? [];
    if (rest.trim() === '') {
      const endTag = open.pop();
      if (endTag !== undefined) list.replace(start, end, asBlock(endTag, list.text, start));
    } else if (kind !== '' && open.length < MAX_OPEN) {
      const tags = calloutTags(kind, (label ?? title).replace(/\{[^}]*\}\s*$|:+$/, '').trim() || titleOf(kind));
      const isCallout = CALLOUT.test(kind);
      open.push(isCallout ? tags.close : '');
      list.replace(start, end, asBlock(isCallout ? tags.open : '', list.text, start));
    }
  }
}

const MAX_OPEN = 20;
