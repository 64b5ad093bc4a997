import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { AppProviders } from '../../../src/app/app.tsx';
import { createQueryClient } from '../../../src/app/data/create-query-client.ts';
import { SiteProvider } from '../../../src/app/data/site-context.ts';
import { strings } from '../../../src/app/i18n/strings.ts';
import { PageFooter } from '../../../src/app/layout/page-footer.tsx';

afterEach(cleanup);

test.each([
  ['names the software', false, 1],
  ['does not name the software, if the publisher hides it', true, 0],
])('the footer %s', (_, hidesCredit, credits) => {
  const site = { title: 'Paper', language: 'en', timeZone: 'UTC', basePath: '/', ...(hidesCredit && { hidesCredit }) };
  const { container } = render(
    <AppProviders queryClient={createQueryClient()} serverPath="/articles/a/">
      <SiteProvider value={{ site, topics: [] }}>
        <PageFooter isFrontPage={false} />
      </SiteProvider>
    </AppProviders>,
  );
  expect(screen.queryAllByText(strings.madeWith)).toHaveLength(credits);
  expect(/broadsheet/i.test(container.textContent ?? '')).toBe(!hidesCredit);
});
