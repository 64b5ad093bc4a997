import { interfaceAttributes } from '../i18n/locale.ts';
import './segmented-control.css';

export interface SegmentedControlProps<Option extends string> {
  legend: string;
  name: string;
  options: readonly Option[];
  labels: Record<Option, string>;
  /** `undefined` if none of the options is chosen. */
  chosen: Option | undefined;
  onChoose: (option: Option) => void;
  isLegendHidden?: boolean;
  /** The id of an element that describes the control. */
  noteId?: string | undefined;
}

/** A choice of one among a few options: radio buttons that look like one control. */
export function SegmentedControl<Option extends string>(props: SegmentedControlProps<Option>) {
  const { legend, name, options, labels, chosen, onChoose, isLegendHidden = false, noteId } = props;
  return (
    <fieldset aria-describedby={noteId} {...interfaceAttributes}>
      <legend className={isLegendHidden ? 'sr-only' : 'legend'}>{legend}</legend>
      <div className="segmented-control">
        {options.map((option) => (
          <label key={option}>
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option === chosen}
              onChange={() => onChoose(option)}
            />
            {labels[option]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
