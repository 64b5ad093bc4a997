import { settingsStrings } from './settings-strings.ts';

const words = settingsStrings.sample;

/** A story that shows the effect of the settings. */
export const SampleStory = () => (
  <aside className="sample-story" aria-label={words.title}>
    <article className="card">
      <p className="kicker">
        <span data-hue={0}>{words.kicker}</span>
      </p>
      <p className="headline">{words.headline}</p>
      <p className="byline">{words.byline}</p>
      <p className="excerpt">{words.excerpt}</p>
    </article>
  </aside>
);
