import { type ChangeEvent, useRef, useState } from 'react';
import { formatList } from '../../i18n/format-list.ts';
import { type ImportPlan, planImport } from '../../reader/transfer/import-reader.ts';
import { offerUndo, type UndoableAction } from '../../reader/undo/undo.ts';
import { yourDataStrings as words } from './your-data-strings.ts';

const PARTS = ['saved', 'read', 'hidden', 'followed', 'settings'] as const;

/** A button that reads a file. What it has is shown before anything changes. */
export function ImportChoice() {
  const [plan, setPlan] = useState<ImportPlan>();
  const [fault, setFault] = useState<keyof typeof words.faults>();
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const read = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const result = await planImport(file);
    // The same file can be chosen again.
    input.value = '';
    setFault(typeof result === 'string' ? result : undefined);
    setPlan(typeof result === 'string' ? undefined : result);
  };
  /** The buttons of the plan go, so the focus moves back to the one that stays. */
  const close = (): void => {
    button.current?.focus();
    setPlan(undefined);
  };
  const run = async (apply: () => Promise<UndoableAction>): Promise<void> => {
    close();
    const action = await apply();
    offerUndo({ ...action, label: words.imported });
  };
  return (
    <>
      <button ref={button} type="button" className="button" onClick={() => field.current?.click()}>
        {words.import}
      </button>
      <input
        ref={field}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label={words.chooseFile}
        onChange={(event) => void read(event)}
      />
      <div role="status" className="import-result">
        {fault && <p>{words.faults[fault]}</p>}
        {plan && <ImportSummary plan={plan} />}
      </div>
      {plan && (
        <>
          <p className="setting-note">{`${words.mergeNote} ${words.replaceNote}`}</p>
          <div className="settings-actions">
            <button type="button" className="button button-primary" onClick={() => void run(plan.merge)}>
              {words.merge}
            </button>
            <button type="button" className="button button-danger" onClick={() => void run(plan.replace)}>
              {words.replace}
            </button>
            <button type="button" className="button" onClick={close}>
              {words.cancel}
            </button>
          </div>
        </>
      )}
    </>
  );
}

/** What a file has, in words. */
function ImportSummary({ plan: { counts, dropped } }: { plan: ImportPlan }) {
  const parts = PARTS.filter((part) => counts[part] > 0).map((part) => words.parts[part]({ count: counts[part] }));
  return (
    <p>
      {parts.length > 0 ? words.fileHas({ parts: formatList(parts) }) : words.fileIsEmpty}
      {dropped > 0 && ` ${words.dropped({ count: dropped })}`}
    </p>
  );
}
