import { PageHeading } from '../layout/page-heading.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import { LINK_KINDS, setPreferredLink, usePreferredLink } from '../story/story-links.ts';
import { strings } from '../strings.ts';

/** What the reader may choose. */
export default function SettingsPage() {
  return (
    <>
      <PageTitle title={strings.settings} />
      <PageHeading className="feed-title pt-6">{strings.settings}</PageHeading>
      <LinkPreference />
      <p className="mt-8 text-ink-3">{strings.storedOnDevice}</p>
    </>
  );
}

function LinkPreference() {
  const preferred = usePreferredLink();
  return (
    <fieldset className="mt-5 max-w-[32rem]" aria-describedby="link-preference-note">
      <legend className="font-semibold">{strings.linkPreference}</legend>
      <div className="segments">
        {LINK_KINDS.map((kind) => (
          <label key={kind}>
            <input
              type="radio"
              name="link-preference"
              className="sr-only"
              checked={kind === preferred}
              onChange={() => setPreferredLink(kind)}
            />
            {strings.links[kind]}
          </label>
        ))}
      </div>
      <p id="link-preference-note" className="mt-2 text-[.875rem] text-ink-3">
        {strings.linkPreferenceNote}
      </p>
    </fieldset>
  );
}
