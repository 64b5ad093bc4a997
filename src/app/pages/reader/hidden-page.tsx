import { type SubmitEvent, useId, useState } from 'react';
import { useSite } from '../../data/site-context.ts';
import { formatLongDate } from '../../i18n/format-date.ts';
import { interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import { PageHeading } from '../../navigation/page-heading.tsx';
import { PageTitle } from '../../navigation/page-title.tsx';
import { hide, liftRules } from '../../reader/actions/reader-actions.ts';
import type { HiddenRule } from '../../reader/document/reader-document.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { StateMessage } from '../../states/state-message.tsx';
import { ReaderPageIntro } from './reader-page-intro.tsx';
import { readerStrings } from './reader-strings.ts';
import { useReaderStore } from './use-reader-store.ts';
import '../../ui/field.css';

const words = readerStrings.hidden;

/** The topics, providers and words whose stories the reader hides. */
export function HiddenPage() {
  const isReady = useReaderStore();
  const [openedAt] = useState(() => Date.now());
  const rules = [...useReader('hidden')].filter(([, { until }]) => until === undefined || until > openedAt);
  return (
    <>
      <PageTitle title={words.title} />
      <PageHeading className="collection-title pt-6" {...interfaceAttributes}>
        {words.title}
      </PageHeading>
      <ReaderPageIntro isReady={isReady} />
      {isReady && (
        <>
          {rules.length === 0 ? (
            <StateMessage title={words.none} help={words.noneHelp} />
          ) : (
            <ul className="reader-rows">
              {rules.map(([id, rule]) => (
                <RuleRow key={id} id={id} rule={rule} />
              ))}
            </ul>
          )}
          <WordForm />
          {rules.length > 1 && (
            <p className="my-8" {...interfaceAttributes}>
              <button type="button" className="button" onClick={() => liftRules(rules.map(([id]) => id))}>
                {words.showAll}
              </button>
            </p>
          )}
        </>
      )}
    </>
  );
}

function RuleRow({ id, rule: { name, until } }: { id: string; rule: HiddenRule }) {
  const { site } = useSite();
  const kind = id.slice(0, id.indexOf(':')) as keyof typeof words.kinds;
  const end =
    until === undefined
      ? words.forever
      : words.until({ dateTime: formatLongDate(new Date(until).toISOString(), site) });
  return (
    <li>
      <bdi>{name}</bdi>
      <small {...interfaceAttributes}>{words.kinds[kind] + strings.listSeparator + end}</small>
      <button
        type="button"
        aria-label={words.showAgain({ name })}
        onClick={() => liftRules([id])}
        {...interfaceAttributes}
      >
        {words.show}
      </button>
    </li>
  );
}

/** Adds a word. The button decides for how long. */
function WordForm() {
  const id = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const field = form.elements.namedItem('word') as HTMLInputElement;
    const name = field.value.trim().replace(/\s+/g, ' ');
    if (name === '') return;
    const { submitter } = event.nativeEvent;
    hide(`word:${name.toLowerCase()}`, { name }, submitter?.dataset['duration'] === 'week' ? 'week' : 'forever');
    form.reset();
  };
  return (
    <form className="hide-word" onSubmit={submit} {...interfaceAttributes}>
      <div>
        <label htmlFor={id} className="legend reader-field">
          {words.word}
        </label>
        <div className="field">
          <input id={id} name="word" autoComplete="off" maxLength={100} />
        </div>
      </div>
      <button type="submit" className="button">
        {words.addForever}
      </button>
      <button type="submit" className="button" data-duration="week">
        {words.addForAWeek}
      </button>
    </form>
  );
}
