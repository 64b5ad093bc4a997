import { strings } from '../../../i18n/strings.ts';
import { DENSITIES, setDensity, useDensity } from '../../../reader/list-layout.ts';
import { Segments } from '../../../ui/segmented-control.tsx';

/** How densely stories are set: on phones no bar has room for it. */
export function DensitySegments() {
  return (
    <Segments
      legend={strings.density}
      name="density"
      options={DENSITIES}
      labels={strings.densities}
      chosen={useDensity()}
      onChoose={setDensity}
    />
  );
}
