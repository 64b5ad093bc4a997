import { Fragment } from 'react';
import { articlePath } from '../../../../model/addresses/permalinks.ts';
import type { RelatedStory } from '../../../../model/article.ts';
import { useSite } from '../../../data/site-context.ts';
import { languageAttributes } from '../../../i18n/language-attributes.ts';
import { interfaceAttributes } from '../../../i18n/locale.ts';
import { AppLink } from '../../../navigation/app-link.tsx';
import { Byline } from '../../card/byline.tsx';
import { PublishedDate } from '../../card/published-time.tsx';
import { StoryImage } from '../../card/story-image.tsx';
import { sourceLinkStrings } from '../../source-links/source-link-strings.ts';
import { type StoryLink, selectLink, storyLinks, usePreferredLinkKind } from '../../source-links/story-links.ts';

interface RelatedCardProps {
  story: RelatedStory;
  /** The id for the headline. The names of the links contain it. */
  id: string;
}

/** A related story with all its links. The headline links to its page on this site if it has one, else to the source. */
export function RelatedCard({ story, id }: RelatedCardProps) {
  const { site } = useSite();
  const { lang, dir } = languageAttributes(story.lang, site);
  const links = storyLinks(story);
  const chosen = selectLink(links, usePreferredLinkKind());
  return (
    <li className="related-card" dir={dir}>
      <h3 id={id} lang={lang}>
        <StoryTitle story={story} url={chosen?.url} />
      </h3>
      <Byline provider={story.provider}>
        {story.publishedAt !== undefined && <PublishedDate at={story.publishedAt} />}
      </Byline>
      {story.image && <StoryImage image={story.image} provider={story.provider} />}
      {chosen && <RelatedLinks links={links} chosen={chosen} titleId={id} />}
    </li>
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
  const ordered = [chosen, ...links.filter((link) => link !== chosen)];
  return (
    <p className="card-footer">
      {ordered.map(({ kind, url, host }, index) => {
        const id = `${titleId}.${index}`;
        return (
          <Fragment key={kind}>
            {index > 0 && ' '}
            <a
              className={index === 0 ? 'source-link' : undefined}
              href={url}
              id={id}
              aria-labelledby={`${id} ${titleId}`}
              {...(index > 0 && interfaceAttributes)}
            >
              {index === 0 ? host : sourceLinkStrings.linksShort[kind]}
            </a>
          </Fragment>
        );
      })}
    </p>
  );
}
