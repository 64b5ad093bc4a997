import { frontPath } from '../../model/permalinks.ts';
import { AppLink } from '../app-link.tsx';
import { PageTitle } from '../layout/page-title.tsx';
import { strings } from '../strings.ts';
import { StateMessage } from './state-message.tsx';

interface NotFoundProps {
  what: 'page' | 'story' | 'topic' | 'provider';
}

export function NotFound({ what }: NotFoundProps) {
  return (
    <>
      <PageTitle title={strings.notFound.title} />
      <StateMessage title={strings.notFound[what]} help={strings.notFound[`${what}Help`]} headingLevel={1}>
        <AppLink to={frontPath} className="button button-primary">
          {strings.toFrontPage}
        </AppLink>
      </StateMessage>
    </>
  );
}
