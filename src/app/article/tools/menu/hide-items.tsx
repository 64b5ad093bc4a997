import type { Summary } from '../../../../model/article.ts';
import { useSite } from '../../../data/site-context.ts';
import { contentAttributes } from '../../../i18n/locale.ts';
import { descendants } from '../../../layout/topics/nest-topics.ts';
import { hide } from '../../../reader/actions/reader-actions.ts';
import { toolsStrings as words } from '../text/tools-strings.ts';

interface HideItemsProps {
  article: Summary;
  /** Closes the menu, and then does something. */
  act: (action: () => void) => () => void;
}

/** The topics and the provider of a story, each with buttons to hide its stories. */
export function HideItems({ article: { topics, provider }, act }: HideItemsProps) {
  const { topics: labels } = useSite();
  const rows = [
    ...topics.map(({ slug, name }) => ({
      id: `topic:${slug}`,
      name,
      below: descendants(slug, labels).map((topic) => topic.slug),
    })),
    ...(provider?.domain ? [{ id: `provider:${provider.domain}`, name: provider.name, below: [] }] : []),
  ];
  return (
    <>
      <p>{words.hideTitle}</p>
      <ul>
        {rows.map(({ id, name, below: slugs }) => (
          <li key={id} className="hide-row">
            <bdi {...contentAttributes}>{name}</bdi>
            <button
              type="button"
              aria-label={words.hideForAWeek({ name })}
              onClick={act(() => hide(id, { name, below: slugs }, 'week'))}
            >
              {words.forAWeek}
            </button>
            <button
              type="button"
              aria-label={words.hideForever({ name })}
              onClick={act(() => hide(id, { name, below: slugs }, 'forever'))}
            >
              {words.forever}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
