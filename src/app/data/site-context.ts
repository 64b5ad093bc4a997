import { createContext, useContext } from 'react';
import type { SiteInfo } from '../../model/edition.ts';

const SiteContext = createContext<SiteInfo | undefined>(undefined);

export const SiteProvider = SiteContext.Provider;

/** What every page needs of the edition. Use it below `SiteProvider`. */
export function useSite(): SiteInfo {
  const siteInfo = useContext(SiteContext);
  if (!siteInfo) throw new Error('useSite needs a SiteProvider');
  return siteInfo;
}
