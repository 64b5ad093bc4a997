import { defaultHandlers } from 'mdast-util-to-hast';
import type { SourceLocation } from '../../diagnostics/code-frame.ts';

type FootnoteHandler = typeof defaultHandlers.footnoteReference;
type Footnote = Parameters<FootnoteHandler>[1];

interface Definition {
  identifier: string;
  start: SourceLocation | undefined;
}

/** Handlers for `toHast`, which differ from its own, and what they have found. */
export function createHandlers() {
  const definitions: Definition[] = [];
  let order: readonly string[] = [];
  const found = {
    hasHtml: false,
    /** The footnotes without a reference. They are not in the tree of elements. */
    unusedFootnotes: () => definitions.filter(({ identifier }) => !order.includes(identifier.toUpperCase())),
  };
  const html: typeof defaultHandlers.html = (state, node) => {
    found.hasHtml = true;
    return defaultHandlers.html(state, node);
  };
  const footnoteDefinition = (state: Parameters<FootnoteHandler>[0], { identifier, position }: Footnote): undefined => {
    order = state.footnoteOrder;
    definitions.push({ identifier, start: position?.start });
  };
  return { handlers: { html, tableRow, footnoteDefinition }, found };
}

/** GitHub drops the cells of a row that is longer than the first one. Here they stay. */
const tableRow: typeof defaultHandlers.tableRow = (state, row, table) => {
  if (table?.type !== 'table' || !table.align || row.children.length <= table.align.length)
    return defaultHandlers.tableRow(state, row, table);
  const align = row.children.map((_, index) => table.align?.[index] ?? null);
  return defaultHandlers.tableRow(state, row, { ...table, align });
};
