/** Icons: strokes on a grid of 20 by 20. Those that are in nearly every page are in `icons.css`. */
const PATHS = {
  down: 'm5.5 8 4.5 4.5L14.5 8',
  close: 'm5 5 10 10M15 5 5 15',
  arrow: 'M10 4v12M5.5 11.5 10 16l4.5-4.5',
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
