import type { ReactNode } from 'react';

interface StateMessageProps {
  title: string;
  help: string;
  /** One primary and at most one other action. */
  children?: ReactNode;
  headingLevel?: 1 | 2;
}

/** What is said in place of stories: a sentence on what happened, one of help, and what can be done. */
export function StateMessage({ title, help, children, headingLevel = 2 }: StateMessageProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div className="py-8">
      <Heading className="font-serif text-[1.75rem] leading-tight font-bold text-balance" {...focusable(headingLevel)}>
        {title}
      </Heading>
      <p className="mt-2 max-w-[38em] font-serif text-[1.0625rem] leading-normal text-ink-2">{help}</p>
      {children && <div className="mt-5 flex flex-wrap gap-3">{children}</div>}
    </div>
  );
}

const focusable = (level: 1 | 2): { tabIndex?: number } => (level === 1 ? { tabIndex: -1 } : {});
