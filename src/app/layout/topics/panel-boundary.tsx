import { type ReactNode, Suspense } from 'react';
import { ErrorBoundary } from '../../states/error-boundary.tsx';
import { PanelFailed } from '../../states/panel-failed.tsx';

/** Around a filter panel: shows nothing while its code loads, and a message if that fails. */
export const PanelBoundary = ({ children }: { children: ReactNode }) => (
  <ErrorBoundary fallback={<PanelFailed />}>
    <Suspense fallback={null}>{children}</Suspense>
  </ErrorBoundary>
);
