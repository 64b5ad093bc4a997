import { Component, type ReactNode } from 'react';

interface GuardProps {
  /** Shown in place of what cannot be drawn. */
  fallback: ReactNode;
  /** What is drawn: when that is something else, it is tried again. */
  subject?: string;
  children: ReactNode;
}

interface GuardState {
  hasFailed: boolean;
  subject?: string | undefined;
}

/** Keeps what cannot be drawn from taking the rest of the page with it. */
export class Guard extends Component<GuardProps, GuardState> {
  static getDerivedStateFromError = (): GuardState => ({ hasFailed: true });

  static getDerivedStateFromProps = ({ subject }: GuardProps, state: GuardState): GuardState | null =>
    state.subject === subject ? null : { hasFailed: false, subject };

  override state: GuardState = { hasFailed: false };

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
