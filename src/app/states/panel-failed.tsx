import { LoadFailed } from './load-failed.tsx';

/** The code of a panel did not come, and the browser does not ask for it twice. */
export const PanelFailed = () => <LoadFailed what="topics" error={undefined} onRetry={() => location.reload()} />;
