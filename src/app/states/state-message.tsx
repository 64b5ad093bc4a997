import type { ReactNode } from 'react';
import { interfaceAttributes } from '../i18n/locale.ts';

interface StateMessageProps {
  title: ReactNode;
  help: ReactNode;
  /** The actions: a primary one, and at most one other. */
  children?: ReactNode;
  headingLevel?: 1 | 2;
}

/** A message in place of content: what happened, what it means, and actions. */
export function StateMessage({ title, help, children, headingLevel = 2 }: StateMessageProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="py-8" {...interfaceAttributes}>
      <Heading className="state-title" {...focusable(headingLevel)}>
        {title}
      </Heading>
      <p className="state-help">{help}</p>
      {children && <div className="mt-5 flex flex-wrap gap-3">{children}</div>}
    </div>
  );
}

const focusable = (level: 1 | 2): { tabIndex?: number } => (level === 1 ? { tabIndex: -1 } : {});
