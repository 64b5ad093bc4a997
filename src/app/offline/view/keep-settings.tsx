import { useState } from 'react';
import { useSite } from '../../data/site-context.ts';
import { contentAttributes } from '../../i18n/locale.ts';
import { useReader } from '../../reader/state/use-reader.ts';
import { useKeepState } from '../keep.ts';
import { isNamed, type Selection, subjectKey } from '../plan/selections.ts';
import { keepButtonStrings } from './keep-button-strings.ts';
import { KeepProgress } from './keep-progress.tsx';
import KeepSheet from './keep-sheet.tsx';
import { keepStrings as words } from './keep-strings.ts';
import { KeptSelection } from './kept-selection.tsx';

type Choice = Pick<Selection, 'subject' | 'name'>;

/** What is kept for offline, and what can be. */
export default function KeepSettings() {
  const { topics } = useSite();
  const savedCount = useReader('saved').size;
  const { selections = [] } = useKeepState();
  const [choice, setChoice] = useState<Choice>();
  const [topicKey, setTopicKey] = useState('');
  const kept = new Set(selections.map(({ subject }) => subjectKey(subject)));
  const general: Choice[] = [
    { subject: { kind: 'days' }, name: keepButtonStrings.days },
    ...(savedCount > 0 ? [{ subject: { kind: 'saved' } as const, name: words.saved }] : []),
  ];
  const isOffered = ({ subject }: Choice): boolean => !kept.has(subjectKey(subject));
  const offeredTopics = topics
    .map(({ slug, name }): Choice => ({ subject: { kind: 'topic', slug }, name }))
    .filter(isOffered);
  const topic = offeredTopics.find(({ subject }) => subjectKey(subject) === topicKey);
  return (
    <>
      <p className="keep-note">{words.settingsNote}</p>
      {selections.map((selection) => (
        <section key={subjectKey(selection.subject)} className="kept-selection" aria-label={selection.name}>
          <h3 className="keep-name" {...(isNamed(selection.subject) && contentAttributes)}>
            {selection.name}
          </h3>
          <KeptSelection selection={selection} />
        </section>
      ))}
      <KeepProgress />
      <p className="keep-note">{words.more}</p>
      <div className="settings-actions">
        {general.filter(isOffered).map((each) => (
          <button
            key={each.subject.kind}
            type="button"
            className="button"
            aria-haspopup="dialog"
            onClick={() => setChoice(each)}
          >
            {each.name}
          </button>
        ))}
      </div>
      {offeredTopics.length > 0 && (
        <div className="settings-actions">
          <select
            className="button keep-topics"
            aria-label={words.topic}
            value={topicKey}
            onChange={({ currentTarget }) => setTopicKey(currentTarget.value)}
          >
            <option value="">{words.topic}</option>
            {offeredTopics.map(({ subject, name }) => (
              <option key={subjectKey(subject)} value={subjectKey(subject)} {...contentAttributes}>
                {name}
              </option>
            ))}
          </select>
          <button
            type="button"
            className="button"
            aria-haspopup="dialog"
            disabled={!topic}
            onClick={() => setChoice(topic)}
          >
            {words.keepTopic}
          </button>
        </div>
      )}
      {choice && <KeepSheet {...choice} onClose={() => setChoice(undefined)} />}
    </>
  );
}
