import { topicPath } from '../../model/addresses/permalinks.ts';
import type { CollectionHead, CollectionId } from '../../model/edition.ts';
import { useSite } from '../data/site-context.ts';
import { interfaceAttributes } from '../i18n/locale.ts';
import { strings } from '../i18n/strings.ts';
import { TopicLinks } from '../layout/topics/topic-links.tsx';
import { AppLink } from '../navigation/app-link.tsx';
import { PageHeading } from '../navigation/page-heading.tsx';
import { PageTitle } from '../navigation/page-title.tsx';

/** The heading of a topic or provider page, with links to the topics below it. On the front page the nameplate is the heading. */
export function CollectionTitle({ collection, head }: { collection: CollectionId; head: CollectionHead | undefined }) {
  const { topics } = useSite();
  if (collection.kind === 'all') return <PageTitle />;
  const name = head?.topic?.name ?? head?.provider?.name ?? nameFromAddress(collection, topics);
  const parent = topics.find(({ slug }) => slug === head?.topic?.parent);
  // The site info has only topics with stories.
  const subtopics = topics.filter((topic) => collection.kind === 'topic' && topic.parent === collection.slug);
  return (
    <header className="pt-6 pb-1">
      <PageTitle title={name} />
      {parent && (
        <AppLink to={topicPath(parent.slug)} className="kicker-link" data-hue={parent.hue}>
          {parent.name}
        </AppLink>
      )}
      <div className="flex flex-wrap items-baseline gap-x-4">
        <PageHeading className="collection-title">{name}</PageHeading>
        {head && (
          <p className="text-[.8125rem] text-ink-3" {...interfaceAttributes}>
            {strings.stories({ count: head.total })}
          </p>
        )}
        {collection.kind === 'provider' && head && <p className="text-[.8125rem] text-ink-3">{collection.domain}</p>}
      </div>
      {subtopics.length > 0 && <TopicLinks topics={subtopics} label={strings.subtopics} />}
    </header>
  );
}

/** The name to show until the head of the collection has loaded. */
function nameFromAddress(
  collection: Exclude<CollectionId, { kind: 'all' }>,
  topics: { slug: string; name: string }[],
): string {
  if (collection.kind === 'provider') return collection.domain;
  return topics.find(({ slug }) => slug === collection.slug)?.name ?? collection.slug;
}
