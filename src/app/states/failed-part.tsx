import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';

/** Shown in place of a part of the page layout that throws. */
export const FAILED_PART = <span {...interfaceAttributes}>{strings.failed.part}</span>;
