import { createContext, useContext } from 'react';
import type { Edition } from '../model/edition.ts';

const EditionContext = createContext<Edition | undefined>(undefined);

export const EditionProvider = EditionContext.Provider;

/** The edition being read. Only below `EditionProvider`. */
export function useEdition(): Edition {
  const edition = useContext(EditionContext);
  if (!edition) throw new Error('useEdition is called outside the edition');
  return edition;
}
