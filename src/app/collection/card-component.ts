import { type ComponentType, createContext } from 'react';
import { ArticleCard, type ArticleCardProps } from '../article/card/article-card.tsx';

/** The component that renders the cards of a list. The build replaces it, to render each card once. */
export const CardComponent = createContext<ComponentType<ArticleCardProps>>(ArticleCard);
