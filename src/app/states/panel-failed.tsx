import { LoadFailed } from './load-failed.tsx';

/** The code of a panel failed to load. Retrying takes a reload: browsers cache the failure of an `import()`. */
export const PanelFailed = () => <LoadFailed what="topics" error={undefined} onRetry={() => location.reload()} />;
