import { interfaceAttributes } from '../../i18n/locale.ts';
import { ListSkeleton } from '../../states/skeleton.tsx';
import { useCurrentTime } from '../../ui/use-current-time.ts';
import { readerStrings } from './reader-strings.ts';

/** Until the store is open: a placeholder. Without JavaScript: a sentence. */
export function ReaderPageIntro({ isReady }: { isReady: boolean }) {
  // In the HTML the placeholder would stay where there is no script.
  const isHydrated = useCurrentTime() !== undefined;
  return (
    <>
      <noscript>
        <p className="pt-3 text-ink-2" {...interfaceAttributes}>
          {readerStrings.needScript}
        </p>
      </noscript>
      {!isReady && isHydrated && <ListSkeleton />}
    </>
  );
}
