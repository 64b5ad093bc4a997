import { FollowingPage } from './following-page.tsx';
import { HiddenPage } from './hidden-page.tsx';
import { SavedPage } from './saved-page.tsx';
import './reader.css';

const PAGES = { following: FollowingPage, hidden: HiddenPage, saved: SavedPage };

/** The pages of what the reader owns. */
export default function ReaderPage({ page }: { page: keyof typeof PAGES }) {
  const Page = PAGES[page];
  return <Page />;
}
