import { frontPath } from '../../model/addresses/permalinks.ts';
import { strings } from '../i18n/strings.ts';
import { AppLink } from '../navigation/app-link.tsx';
import { PageTitle } from '../navigation/page-title.tsx';
import { StateMessage } from './state-message.tsx';

/** A page whose rendering throws, or whose code failed to load. */
export function PageFailed() {
  return (
    <div role="alert">
      <PageTitle title={strings.failed.page} />
      <StateMessage title={strings.failed.page} help={strings.failedHelp} headingLevel={1}>
        <button type="button" className="button button-primary" onClick={() => location.reload()}>
          {strings.tryAgain}
        </button>
        <AppLink to={frontPath} className="button">
          {strings.toFrontPage}
        </AppLink>
      </StateMessage>
    </div>
  );
}
