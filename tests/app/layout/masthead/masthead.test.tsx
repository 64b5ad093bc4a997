import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import type { Site } from '../../../../src/model/site.ts';
import { loadInterfaceLanguage } from '../../../../src/pipeline/settings/interface-language.ts';

const LANGUAGE = '../../../../src/app/i18n/language.ts';

afterEach(() => {
  cleanup();
  vi.doUnmock(LANGUAGE);
  vi.resetModules();
});

/** Renders the masthead of a paper in a language, as its build does. */
async function renderMasthead(language: string): Promise<void> {
  const { tables, ...rest } = await loadInterfaceLanguage({ site: { language } });
  vi.doMock(LANGUAGE, () => ({ ...tables, ...rest }));
  vi.resetModules();
  const { AppProviders } = await import('../../../../src/app/app.tsx');
  const { createQueryClient } = await import('../../../../src/app/data/create-query-client.ts');
  const { SiteProvider } = await import('../../../../src/app/data/site-context.ts');
  const { Masthead } = await import('../../../../src/app/layout/masthead/masthead.tsx');
  const site: Site = { title: 'The Port', language, timeZone: 'UTC', basePath: '/' };
  render(
    <AppProviders queryClient={createQueryClient()} serverPath="/articles/a/">
      <SiteProvider value={{ site, topics: [] }}>
        <Masthead isFrontPage={false} hasTitle={false} />
      </SiteProvider>
    </AppProviders>,
  );
}

const tools = (name: string): HTMLElement => screen.getByRole('navigation', { name });

test('the tools of a paper in a language without texts are in English, marked and isolated', async () => {
  await renderMasthead('he');
  const { lang, dir, textContent } = tools('\u2066Tools\u2069');
  expect([lang, dir]).toEqual(['en', 'ltr']);
  // Also where no element is marked.
  expect(textContent).toContain('\u2066Settings\u2069');
  expect(screen.getByText('The Port').closest('[lang]')).toBeNull();
});

test('the tools of other papers are in their language, and not marked', async () => {
  await renderMasthead('de');
  expect(tools('Werkzeuge').hasAttribute('lang')).toBe(false);
  expect(screen.getByText('Einstellungen')).toBeTruthy();
});
