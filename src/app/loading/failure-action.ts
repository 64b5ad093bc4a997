import type { FetchErrorReason } from '../data/fetch-json.ts';
import { strings } from '../i18n/strings.ts';

/** The label of the button beside a failure, and what it does: tries again, or reloads where only that helps. */
export function actionFor(reason: FetchErrorReason, retry: () => void): [label: string, act: () => void] {
  const isReload = reason === 'outdated' || reason === 'stuck';
  return isReload ? [strings.reload, () => location.reload()] : [strings.tryAgain, retry];
}
