/** An icon of a part that loads later: it is not among those that every page has. On a grid of 20, like `Icon`. */
export function Drawing({ path }: { path: string }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
