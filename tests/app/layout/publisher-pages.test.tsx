import { QueryClient } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { AppProviders } from '../../../src/app/app.tsx';
import { SiteProvider } from '../../../src/app/data/site-context.ts';
import { Masthead } from '../../../src/app/layout/masthead/masthead.tsx';
import { PageFooter } from '../../../src/app/layout/page-footer.tsx';
import type { PageLabel, SiteInfo } from '../../../src/model/edition.ts';

/** The addresses of the links in the masthead and in the footer. */
function linksOf(pages: PageLabel[], links: Record<string, string> = {}): (string | null)[] {
  const site = { title: 'Paper', language: 'en', timeZone: 'UTC', basePath: '/', links };
  const siteInfo: SiteInfo = { site, topics: [], pages };
  render(
    <AppProviders queryClient={new QueryClient()}>
      <SiteProvider value={siteInfo}>
        <Masthead isFrontPage={false} hasTitle={false} />
        <PageFooter isFrontPage={false} />
      </SiteProvider>
    </AppProviders>,
  );
  return screen.getAllByRole('link').map((link) => link.getAttribute('href'));
}

const count = (links: readonly (string | null)[], url: string): number => links.filter((link) => link === url).length;

afterEach(cleanup);

test('a page is in the footer, and in the menu if it says so', () => {
  const links = linksOf([
    { slug: '~/imprint', title: 'Imprint' },
    { slug: '~/about/team', title: 'Team', isInMenu: true },
  ]);
  expect(count(links, '/imprint/')).toBe(1);
  expect(count(links, '/about/team/')).toBe(2);
});

test('a page that a link of the site leads to is not in the footer again', () => {
  const pages = [{ slug: '~/imprint', title: 'Imprint' }];
  expect(count(linksOf(pages, { imprint: '/imprint/' }), '/imprint/')).toBe(1);
});

test('a draft has an address, but no link leads there', () => {
  expect(linksOf([{ slug: '~/imprint', title: 'Imprint', isInMenu: true, isDraft: true }])).not.toContain('/imprint/');
});
