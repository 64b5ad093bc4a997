import { detectLayout } from '../../src/pipeline/content/files/folder-layout.ts';
import type { LocalImages } from '../../src/pipeline/content/images/local-images.ts';
import type { ArticleContext } from '../../src/pipeline/content/normalize/fields/field-context.ts';

const findNothing: LocalImages['find'] = (_, url) => ({ requestedPath: url, reason: 'the file does not exist' });

type ContextOptions = Partial<Pick<ArticleContext, 'file' | 'report'>> & { find?: LocalImages['find'] };

/** The context in which a test reads an article: `a.md` in a folder of our own layout, without other files. */
export const articleContext = ({
  file = 'a.md',
  report = () => {},
  find = findNothing,
}: ContextOptions = {}): ArticleContext => ({
  file,
  report,
  language: 'en',
  timeZone: 'UTC',
  layout: detectLayout('no-such-folder'),
  remoteImages: true,
  localImages: { find, findFile: find, pathOf: (_, name) => name },
  noteImage: () => {},
  noteReference: () => 0,
});
