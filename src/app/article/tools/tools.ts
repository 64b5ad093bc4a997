import { adoptStyles } from '../../ui/adopt-styles.ts';
import css from './tools.css?inline';

adoptStyles(css);

/* The entry of the lazy code for what a reader does with a story: save, mark, hide, share. */

export { KeepButton } from '../../offline/view/keep-button.tsx';
export { ArticleTools } from './article-tools.tsx';
export { CardTools } from './card-tools.tsx';
export { HiddenNote } from './list/hidden-note.tsx';
export { hiddenTest } from './list/hidden-test.ts';
export { MarkGroupRead } from './list/mark-group-read.tsx';
export { findFirstSeen, isNewSince, NewMark, NewSince } from './list/new-since.tsx';
export { PreviousNext } from './previous-next.tsx';
