import { generateCorpus, type World } from '../bench/generate.ts';
import { buildFolder } from './build-site.ts';
import { createTempFolder } from './temp-folder.ts';

/** A site whose first loads are measured: its folder, and one page of each kind. */
interface BudgetSite {
  folder: string;
  pages: Record<string, string>;
}

export async function sampleSite(): Promise<BudgetSite> {
  const pages = {
    front: '',
    topic: 'topics/science/',
    provider: 'providers/nobelprize.org/',
    archive: 'archive/1/',
    article: 'articles/2021/05/harris-visit-to-mexico-and-guatemala/',
  };
  return { folder: await buildFolder(), pages };
}

export async function generatedSite(files: number, world?: World): Promise<BudgetSite> {
  const dir = createTempFolder('content');
  generateCorpus({ dir, files, world });
  const pages = {
    front: '',
    topic: 'topics/topic-1/',
    provider: 'providers/news1.example/',
    archive: 'archive/1/',
    article: 'articles/2026/01/story-0/',
  };
  return { folder: await buildFolder({ CONTENT_DIR: dir }), pages };
}
