import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';

const CARDS = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A placeholder for a list. CSS delays it, so that it does not flash if the data arrives at once. */
export function ListSkeleton() {
  return (
    <div className="skeleton" role="status">
      <span className="sr-only" {...interfaceAttributes}>
        {strings.loading}
      </span>
      <ol className="stories" aria-hidden="true">
        {CARDS.map((card) => (
          <li key={card}>
            <div className="card">
              <i />
              <i />
              <i />
              <i />
              <i />
              <i />
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
    <div className="skeleton py-6" role="status">
      <span className="sr-only" {...interfaceAttributes}>
        {strings.loading}
      </span>
      {CARDS.map((line) => (
        <i key={line} />
      ))}
    </div>
  );
}
