import { strings } from '../i18n/strings.ts';

const CARDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A placeholder for a list. CSS delays it, so that it does not flash if the data arrives at once. */
export function ListSkeleton() {
  return (
    <div className="skeleton" role="status">
      <span className="sr-only">{strings.loading}</span>
      <ol className="stories" aria-hidden="true">
        {CARDS.map((card) => (
          <li key={card}>
            <div className="card">
              <i className="w-20" />
              <i className="h-5" />
              <i className="h-5 w-2/3" />
              <i className="mb-4 w-1/3" />
              <i />
              <i />
              <i className="mb-10 w-1/2" />
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** A placeholder for the rest of an article. */
export function ArticleSkeleton() {
  return (
    <div className="skeleton max-w-[30em] py-6" role="status">
      <span className="sr-only">{strings.loading}</span>
      {CARDS.map((line) => (
        <i key={line} className="h-4" />
      ))}
    </div>
  );
}
