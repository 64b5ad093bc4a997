import type { Author } from '../../../model/article.ts';
import { safeUrl } from '../../data/safe-url.ts';
import { fillElements } from '../../i18n/fill-elements.tsx';
import { listElements } from '../../i18n/list-elements.tsx';
import { contentAttributes, interfaceAttributes } from '../../i18n/locale.ts';
import { articleStrings } from './article-strings.ts';

/** The names of the authors. Those with a URL are links. */
export function AuthorLinks({ authors }: { authors: Author[] }) {
  return (
    <p className="byline" {...interfaceAttributes}>
      <span>
        {fillElements({ authors: listElements(authors, (author) => <AuthorName {...author} />) }, articleStrings.by)}
      </span>
    </p>
  );
}

function AuthorName({ name, url }: Author) {
  const href = safeUrl(url);
  return (
    <bdi {...contentAttributes}>
      {href === undefined ? (
        name
      ) : (
        <a className="provider underline" href={href}>
          {name}
        </a>
      )}
    </bdi>
  );
}
