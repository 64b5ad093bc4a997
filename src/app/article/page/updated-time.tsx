import { fillElements } from '../../i18n/fill-elements.tsx';
import { PublishedDateTime } from '../card/published-time.tsx';
import { articleStrings } from './article-strings.ts';

/** When a text was updated. Label and date are one item of a byline, so that no line ends after the label. */
export const UpdatedTime = ({ at, separator }: { at: string; separator?: string }) => (
  <span>
    {separator}
    {fillElements({ date: <PublishedDateTime at={at} /> }, articleStrings.updated)}
  </span>
);
