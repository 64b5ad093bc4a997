import { strings } from '../../i18n/strings.ts';
import { DENSITIES, setDensity, useDensity } from '../../reader/list-layout.ts';
import { Icon } from '../../ui/icon.tsx';

/** How densely stories are set: as cards, as a list, as headlines. */
export function DensityChoice() {
  const density = useDensity();
  return (
    <span className="density-choice" role="group" aria-label={strings.density}>
      {DENSITIES.map((each) => (
        <button
          key={each}
          type="button"
          className="tool"
          aria-label={strings.densities[each]}
          aria-pressed={each === density}
          onClick={() => setDensity(each)}
        >
          <Icon name={each} />
        </button>
      ))}
    </span>
  );
}
