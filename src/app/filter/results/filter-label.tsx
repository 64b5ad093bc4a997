import { Fragment, type ReactNode } from 'react';
import { markName } from '../../i18n/fill-elements.tsx';
import { contentAttributes, interfaceAttributes } from '../../i18n/locale.ts';
import { strings } from '../../i18n/strings.ts';
import type { ActiveFilter } from './active-filters.ts';

/** The label of an active filter. A name in it is in the language of the site. */
export function FilterLabel({ label, name }: Pick<ActiveFilter, 'label' | 'name'>) {
  if (name === label) return <bdi {...contentAttributes}>{name}</bdi>;
  return <bdi {...interfaceAttributes}>{markLabel({ label, name })}</bdi>;
}

/** A label, or a text with it, in which its name is marked. */
export const markLabel = (
  { label, name }: Pick<ActiveFilter, 'label' | 'name'>,
  text: (label: string) => string = (same) => same,
): ReactNode =>
  name === undefined ? text(label) : markName(name, (marked) => text(label.replace(name, () => marked)));

/** The labels of active filters, as a list. It is one text, whose parts do not shift, where no label is marked. */
export function FilterLabels({ activeFilters }: { activeFilters: readonly ActiveFilter[] }) {
  if (contentAttributes.lang === undefined) return activeFilters.map(({ label }) => label).join(strings.listSeparator);
  return activeFilters.map(({ label, name }, index) => (
    <Fragment key={label}>
      {index > 0 && strings.listSeparator}
      <FilterLabel label={label} name={name} />
    </Fragment>
  ));
}
