import type { SourceLocation } from '../../../diagnostics/code-frame.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';

/** An error or a warning about `theme.css`. */
export type ThemeFault = Pick<Diagnostic, 'severity' | 'code' | 'message' | 'hint'> & SourceLocation;

/** Returns the location of an offset in the text of the file. */
export type Locate = (offset: number) => SourceLocation;
