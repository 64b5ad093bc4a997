import type { Reservation } from '../files/output-writer.ts';
import { type WrittenFile, writeIfChanged } from '../files/write-file.ts';
import type { PageRequest } from '../pages/render-page.ts';

/** A file to write. */
export type Target = Pick<Reservation, 'file' | 'isLikelyNew'>;

/** Data files and the page that shows them, as data that can be sent to another thread. */
export interface WriteJob {
  /** Paths, JSON, and where to write it. Without a target the data is only part of the page. */
  data: { path: string; json: string; target?: Target | undefined }[];
  page?: (Pick<PageRequest, 'address' | 'subject'> & { target: Target }) | undefined;
}

/** For each target of a job: the written file, or `undefined` if it has these bytes already. */
export type JobResult = (WrittenFile | undefined)[];

/** Writes the files of a job. Renders its page with `render`. Errors name the file. */
export function writeJob({ data, page }: WriteJob, render: (request: PageRequest) => string): JobResult {
  const results = data.flatMap(({ json, target }) =>
    target ? [writeIfChanged(target.file, json, target.isLikelyNew)] : [],
  );
  if (!page) return results;
  const { target, address, subject } = page;
  const html = renderPage({ address, subject, data: data.map(({ path, json }) => [path, json]) });
  return [...results, writeIfChanged(target.file, html, target.isLikelyNew)];

  function renderPage(request: PageRequest): string {
    try {
      return render(request);
    } catch (error) {
      throw new Error(`The page ${request.address ?? '/404.html'} could not be rendered: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
