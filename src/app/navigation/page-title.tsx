import { useSite } from '../data/site-context.ts';
import { strings } from '../i18n/strings.ts';

/** The document's title: the page, then the paper. Without a page it is the paper's alone. */
export function PageTitle({ title }: { title?: string }) {
  const { site } = useSite();
  return <title>{title ? strings.pageTitle(title, site.title) : site.title}</title>;
}
