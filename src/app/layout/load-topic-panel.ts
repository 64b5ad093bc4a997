/** Fetches the topic panel's code: on intent, so that it is there when it is wanted. */
export const loadTopicPanel = () => import('./topic-panel.tsx');
