import { ListSkeleton } from '../../states/skeleton.tsx';
import { readerStrings } from './reader-strings.ts';

/** Until the store is open: a placeholder. Without JavaScript: a sentence. */
export function ReaderPageIntro({ isReady }: { isReady: boolean }) {
  return (
    <>
      <noscript>
        <p className="mt-3 text-ink-2">{readerStrings.needScript}</p>
      </noscript>
      {!isReady && (
        <div className="needs-script">
          <ListSkeleton />
        </div>
      )}
    </>
  );
}
