import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { loadTools } from '../../article/tools/load-tools.ts';
import { dropFirstPaintRules } from '../../reader/state/local-record.ts';
import { openStore } from '../../reader/store/reader-store.ts';

/** Opens the store. Returns whether it is open, so that all that is stored is known. `false` on the server. */
export function useReaderStore(): boolean {
  const client = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    // These pages show what the reader has chosen, hidden or not.
    dropFirstPaintRules();
    void openStore().then(() => setIsOpen(true));
    loadTools(client);
  }, [client]);
  return isOpen;
}
