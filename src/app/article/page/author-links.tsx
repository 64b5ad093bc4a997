import { Fragment } from 'react';
import type { Author } from '../../../model/article.ts';
import { safeUrl } from '../../data/safe-url.ts';
import { articleStrings } from './article-strings.ts';

/** The names of the authors. Those with a URL are links. */
export function AuthorLinks({ authors }: { authors: Author[] }) {
  return (
    <p className="byline">
      <span>
        {`${articleStrings.by} `}
        {authors
          .map(({ name, url }) => ({ name, url: safeUrl(url) }))
          .map(({ name, url }, index) => (
            <Fragment key={name}>
              {index > 0 && ', '}
              <bdi>
                {url === undefined ? (
                  name
                ) : (
                  <a className="provider underline" href={url}>
                    {name}
                  </a>
                )}
              </bdi>
            </Fragment>
          ))}
      </span>
    </p>
  );
}
