import { encodePath } from '../../../model/edition-files.ts';
import { safeUrl } from '../../data/safe-url.ts';
import { useSite } from '../../data/site-context.ts';
import { fillElements } from '../../i18n/fill-elements.tsx';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { hostOf } from '../source-links/story-links.ts';
import { articleStrings } from './article-strings.ts';

/** The name of an article's content file, with a link to it or to the repository. Nothing if the site names neither. */
export function SourceFileLink({ file }: { file: string }) {
  const { repository, filesUrl } = useSite().site;
  const url = safeUrl(filesUrl === undefined ? repository : filesUrl + encodePath(file));
  if (url === undefined) return null;
  return (
    <p className="note" {...interfaceAttributes}>
      {fillElements(
        {
          file: <bdi dir="ltr">{file}</bdi>,
          host: (
            <a href={url} className="underline">
              <bdi dir="ltr">{hostOf(url)}</bdi>
            </a>
          ),
        },
        articleStrings.contentFile,
      )}
    </p>
  );
}
