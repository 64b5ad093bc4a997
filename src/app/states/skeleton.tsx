import { strings } from '../i18n/strings.ts';

const CARDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** Stands where cards will be. It shows itself only after a moment, so that what comes at once does not flicker. */
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

/** Stands where the rest of an article will be. */
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
