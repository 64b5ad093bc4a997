import { useSite } from '../data/site-context.ts';
import { strings } from '../i18n/strings.ts';

/** The document title: the page's and the site's, or the site's alone. */
export function PageTitle({ title }: { title?: string | undefined }) {
  const { site } = useSite();
  return <title>{title ? strings.pageTitle({ page: title, site: site.title }) : site.title}</title>;
}
