/** The icons of the first load: strokes on a grid of 20 by 20. */
const PATHS = {
  out: 'M6 14 14 6M7.5 6H14v6.5',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  back: 'M12.5 4.5 7 10l5.5 5.5',
  topics: 'M3 5.5h14M5.5 10h9M8 14.5h4',
  settings: 'M3 6.5h8M15 6.5h2M3 13.5h2M9 13.5h8M11 4.5v4h4v-4zM5 11.5v4h4v-4z',
  close: 'm5 5 10 10M15 5 5 15',
  play: 'M7 5v10l8-5z',
  arrow: 'M10 4v12M5.5 11.5 10 16l4.5-4.5',
  cards: 'M3.5 4.5h6v11h-6zM12.5 4.5h4v4h-4zM12.5 11.5h4v4h-4z',
  list: 'M3.5 5.5h2M8.5 5.5h8M3.5 10h2M8.5 10h8M3.5 14.5h2M8.5 14.5h8',
  headlines: 'M3.5 4.5h13M3.5 8.2h13M3.5 11.8h13M3.5 15.5h13',
} as const;

/** A decorative icon. The element around it has a text or a label. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return <PathIcon path={PATHS[name]} />;
}

/** An icon by its path. For lazy parts, whose icons are not in the first load. */
export function PathIcon({ path }: { path: string }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
