import { createContext, type ReactNode } from 'react';

/** Renders the headline and the excerpt of cards. The search marks the words that it has found. */
export const TextMarker = createContext<(text: string) => ReactNode>((text) => text);
