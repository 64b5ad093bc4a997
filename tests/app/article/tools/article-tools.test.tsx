import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ArticleTools } from '../../../../src/app/article/tools/article-tools.tsx';
import type { Summary } from '../../../../src/model/article.ts';

const story: Summary = {
  slug: '2021/a story',
  title: 'A story',
  publishedAt: '2021-05-19T15:02:27Z',
  kind: 'article',
  topics: [],
};

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('the link to an article', () => {
  const renderPart = () => render(<ArticleTools article={story} />);
  const copy = (name: string): void => {
    fireEvent.click(screen.getByRole('button', { name: 'Copy' }));
    fireEvent.click(screen.getByRole('button', { name }));
  };
  const address = `${location.origin}/articles/2021/a%20story/`;

  test('is copied, and a live region says so', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    renderPart();
    copy('Link');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Copied'));
    expect(writeText).toHaveBeenCalledExactlyOnceWith(address);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  test.each([
    ['Title, source and link', '“A [story]”, CNN\nhttps://www.cnn.com/a_b'],
    ['Markdown', '[A \\[story\\]](<https://www.cnn.com/a_b>), CNN'],
  ])('is copied as a quote: %s', async (name, text) => {
    const writeText = vi.fn<(text: string) => Promise<void>>().mockResolvedValue();
    vi.stubGlobal('navigator', { clipboard: { writeText } });
    render(
      <ArticleTools
        article={{ ...story, title: 'A [story]', provider: { name: 'CNN' }, originUrl: 'https://www.cnn.com/a_b' }}
      />,
    );
    copy(name);
    await waitFor(() => expect(writeText).toHaveBeenCalledExactlyOnceWith(text));
  });

  test.each([{ clipboard: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) } }, {}])(
    'is shown in a field, selected, if the clipboard is refused or missing',
    async (navigator) => {
      vi.stubGlobal('navigator', navigator);
      renderPart();
      copy('Link');
      const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text to copy' });
      expect(field.value).toBe(address);
      expect(document.activeElement).toBe(field);
      expect(field.selectionEnd).toBe(address.length);
    },
  );

  test('is shared if the browser can, and cancelling that is no error', () => {
    const share = vi.fn<(data: ShareData) => Promise<void>>().mockRejectedValue(new DOMException('no', 'AbortError'));
    vi.stubGlobal('navigator', { share });
    renderPart();
    fireEvent.click(screen.getByRole('button', { name: 'Share' }));
    expect(share).toHaveBeenCalledExactlyOnceWith({ title: 'A story', url: address });
    cleanup();
    vi.stubGlobal('navigator', {});
    renderPart();
    expect(screen.queryByRole('button', { name: 'Share' })).toBeNull();
  });
});
