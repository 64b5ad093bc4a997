import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** Shown in place of what cannot be drawn. */
  fallback: ReactNode;
  /** What is drawn: when that is something else, it is tried again. */
  subject?: string;
  children: ReactNode;
}

interface ErrorBoundaryState {
  hasFailed: boolean;
  subject?: string | undefined;
}

/** Keeps what cannot be drawn from taking the rest of the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  static getDerivedStateFromError = (): ErrorBoundaryState => ({ hasFailed: true });

  static getDerivedStateFromProps = (
    { subject }: ErrorBoundaryProps,
    state: ErrorBoundaryState,
  ): ErrorBoundaryState | null => (state.subject === subject ? null : { hasFailed: false, subject });

  override state: ErrorBoundaryState = { hasFailed: false };

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
