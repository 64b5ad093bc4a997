import type { RelatedStory } from '../../../model/article.ts';
import { articlePath } from '../../../model/permalinks.ts';
import { textDirection } from '../../../model/text-direction.ts';
import { useSite } from '../../data/site-context.ts';
import { AppLink } from '../../navigation/app-link.tsx';
import { Byline } from '../card/byline.tsx';
import { CardFooter } from '../card/card-footer.tsx';
import { PublishedDate } from '../card/published-time.tsx';
import { StoryImage } from '../card/story-image.tsx';
import { type LinkKind, selectLink, storyLinks, usePreferredLinkKind } from '../source-links/story-links.ts';

/** A related story. The headline links to its page on this site if it has one, else to the source. */
export function RelatedCard({ story }: { story: RelatedStory }) {
  const { site } = useSite();
  const preferred = usePreferredLinkKind();
  const lang = story.lang ?? site.language;
  return (
    <article className="related-card" lang={lang} dir={textDirection(lang)}>
      <h3 dir="auto">
        <StoryTitle story={story} preferred={preferred} />
      </h3>
      <Byline provider={story.provider}>
        <PublishedDate at={story.publishedAt} />
      </Byline>
      {story.image && <StoryImage image={story.image} provider={story.provider} />}
      <CardFooter story={story} preferred={preferred} />
    </article>
  );
}

function StoryTitle({ story, preferred }: { story: RelatedStory; preferred: LinkKind }) {
  const link = selectLink(storyLinks(story), preferred);
  if (story.slug) return <AppLink to={articlePath(story.slug)}>{story.title}</AppLink>;
  if (!link) return story.title;
  return <a href={link.url}>{story.title}</a>;
}
