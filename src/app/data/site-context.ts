import { createContext, useContext } from 'react';
import type { Frame } from '../../model/edition.ts';

const FrameContext = createContext<Frame | undefined>(undefined);

export const FrameProvider = FrameContext.Provider;

/** What every page shows of the edition being read. Only below `FrameProvider`. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('useFrame is called outside the frame');
  return frame;
}
