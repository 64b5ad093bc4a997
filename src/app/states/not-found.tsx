import { frontPath } from '../../model/addresses/permalinks.ts';
import { useSite } from '../data/site-context.ts';
import { strings } from '../i18n/strings.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { PageTitle } from '../navigation/page-title.tsx';
import { SearchForm } from '../navigation/search/search-form.tsx';
import { notFoundStrings as words } from './not-found-strings.ts';
import { StateMessage } from './state-message.tsx';

export interface NotFoundProps {
  what: 'page' | 'story' | 'withdrawn' | 'topic' | 'provider' | 'event';
}

export default function NotFound({ what }: NotFoundProps) {
  const { site } = useSite();
  return (
    <>
      <PageTitle title={words.title} />
      <StateMessage title={words[what]} help={words[`${what}Help`]} headingLevel={1}>
        <AppLink to={frontPath} className="button button-primary">
          {strings.toFrontPage}
        </AppLink>
      </StateMessage>
      {!site.hasNoSearch && <SearchForm />}
    </>
  );
}
