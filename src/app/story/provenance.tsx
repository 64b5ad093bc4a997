import { useFrame } from '../frame-context.ts';
import { articleStrings } from './article-strings.ts';
import { CONTENT_FOLDER, contentFileUrl } from './content-file-url.ts';
import { hostOf } from './story-links.ts';

/** The content file that an article comes from, and where it can be seen. */
export function Provenance({ file }: { file: string }) {
  const { repository } = useFrame().site;
  const name = <bdi dir="ltr">{CONTENT_FOLDER + file}</bdi>;
  const host = repository && <bdi dir="ltr">{hostOf(repository)}</bdi>;
  const url = repository && contentFileUrl(repository, file);
  return (
    <p className="text-[.8125rem] text-ink-3">
      {articleStrings.contentFile}{' '}
      {url ? (
        <a href={url} className="underline">
          {name} {articleStrings.at} {host}
        </a>
      ) : (
        name
      )}
      {!url && repository && (
        <>
          {` ${articleStrings.inRepository} `}
          <a href={repository} className="underline">
            {host}
          </a>
        </>
      )}
    </p>
  );
}
