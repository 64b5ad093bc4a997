import { Fragment } from 'react';
import type { RelatedStory } from '../../../model/article.ts';
import { articlePath } from '../../../model/permalinks.ts';
import { useSite } from '../../data/site-context.ts';
import { languageAttributes } from '../../i18n/language-attributes.ts';
import { strings } from '../../i18n/strings.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { Byline } from '../card/byline.tsx';
import { PublishedDate } from '../card/published-time.tsx';
import { StoryImage } from '../card/story-image.tsx';
import { type StoryLink, selectLink, storyLinks, usePreferredLinkKind } from '../source-links/story-links.ts';

interface RelatedCardProps {
  story: RelatedStory;
  /** The id for the headline. The names of the links contain it. */
  id: string;
}

/** A related story with all its links. The headline links to its page on this site if it has one, else to the source. */
export function RelatedCard({ story, id }: RelatedCardProps) {
  const { site } = useSite();
  const links = storyLinks(story);
  const chosen = selectLink(links, usePreferredLinkKind());
  return (
    <article className="related-card" {...languageAttributes(story.lang, site)}>
      <h3 id={id}>
        <StoryTitle story={story} url={chosen?.url} />
      </h3>
      <Byline provider={story.provider}>
        <PublishedDate at={story.publishedAt} />
      </Byline>
      {story.image && <StoryImage image={story.image} provider={story.provider} />}
      {chosen && <RelatedLinks links={links} chosen={chosen} titleId={id} />}
    </article>
  );
}

function StoryTitle({ story, url }: { story: RelatedStory; url: string | undefined }) {
  if (story.slug) return <AppLink to={articlePath(story.slug)}>{story.title}</AppLink>;
  return url === undefined ? story.title : <a href={url}>{story.title}</a>;
}

interface RelatedLinksProps {
  links: StoryLink[];
  /** The one of the preferred kind. It comes first, and its text is the host. */
  chosen: StoryLink;
  titleId: string;
}

function RelatedLinks({ links, chosen, titleId }: RelatedLinksProps) {
  const nameOf = ({ kind }: StoryLink) => ({
    id: `${titleId}-${kind}`,
    'aria-labelledby': `${titleId}-${kind} ${titleId}`,
  });
  return (
    <p className="card-footer">
      <a className="source-link" href={chosen.url} {...nameOf(chosen)}>
        {chosen.host}
      </a>
      {links
        .filter((link) => link !== chosen)
        .map((link) => (
          <Fragment key={link.kind}>
            {' '}
            <a href={link.url} {...nameOf(link)}>
              {strings.linksShort[link.kind]}
            </a>
          </Fragment>
        ))}
    </p>
  );
}
