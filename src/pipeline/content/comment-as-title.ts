import type { FieldDiagnostic } from '../diagnostics/diagnostic.ts';
import { quotedLineAt } from './front-matter/yaml/quote-line.ts';

/** The diagnostics of a file whose title begins with `#`, which is a comment in YAML; `undefined` for any other file. */
export function findCommentAsTitle(
  diagnostics: readonly FieldDiagnostic[],
  source: string,
): FieldDiagnostic[] | undefined {
  const comment = /^[ \t]*title[ \t]*:[ \t]+#/im.exec(source);
  if (!comment || !diagnostics.some(({ code }) => code === 'missing-title')) return undefined;
  return diagnostics.map((diagnostic) => {
    if (diagnostic.code !== 'missing-title') return diagnostic;
    const message = 'Expected a `title`, found a comment: in YAML, text after ` #` is one.';
    const quoted = quotedLineAt(source, comment.index + comment[0].length);
    const hint = `Put the title in quotes${quoted ? `: \`${quoted.line}\`` : ''}.`;
    return { ...diagnostic, severity: 'error', code: 'bad-required-field', message, hint };
  });
}
