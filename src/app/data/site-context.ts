import { createContext, useContext } from 'react';
import type { SiteInfo } from '../../model/edition.ts';

const SiteContext = createContext<SiteInfo | undefined>(undefined);

export const SiteProvider = SiteContext.Provider;

/** What every page shows of the edition being read. Only below `SiteProvider`. */
export function useSite(): SiteInfo {
  const siteInfo = useContext(SiteContext);
  if (!siteInfo) throw new Error('useSite is called outside of SiteProvider');
  return siteInfo;
}
