import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Slider as AriaSlider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { Switch as AriaSwitch } from 'react-aria-components/Switch';
import { Check } from 'lucide-react';
import { cx } from './cx.ts';
import styles from './Choices.module.css';
import field from './Field.module.css';
import type { Choice } from './Select.tsx';

interface SegmentedProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly choices: readonly Choice<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** One choice out of two to four that are all in sight. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, hideLabel, choices, value, onChange } = props;
  return (
    <RadioGroup
      className={field.field ?? ''}
      orientation="horizontal"
      value={value}
      onChange={(key) => {
        const chosen = choices.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <Label className={cx(field.label, hideLabel && field.hidden)}>{label}</Label>
      <div className={styles.segments}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={styles.segment ?? ''}>
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

interface OnOffProps {
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly isDisabled?: boolean;
  readonly children: ReactNode;
}

/** On or off, at once. */
export function Switch({ children, ...rest }: OnOffProps) {
  return (
    <AriaSwitch {...rest} className={styles.switch ?? ''}>
      <span className={styles.rail}>
        <span className={styles.knob} />
      </span>
      {children}
    </AriaSwitch>
  );
}

/** One of several things that can each be chosen. */
export function Checkbox({ children, ...rest }: OnOffProps & { readonly 'aria-label'?: string }) {
  return (
    <AriaCheckbox {...rest} className={styles.checkbox ?? ''}>
      <span className={styles.box}>
        <Check className={styles.tick} aria-hidden />
      </span>
      {children}
    </AriaCheckbox>
  );
}

interface SliderProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly onChangeEnd?: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Intl unit or style for the spoken and shown value. */
  readonly format?: Intl.NumberFormatOptions;
  readonly suffix?: string;
}

/** A value between two ends. */
export function Slider({ label, min, max, suffix, format, ...rest }: SliderProps) {
  return (
    <AriaSlider
      {...rest}
      minValue={min}
      maxValue={max}
      className={styles.slider ?? ''}
      {...(format ? { formatOptions: format } : {})}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      <SliderOutput className={styles.output ?? ''}>
        {({ state }) => `${state.getThumbValueLabel(0)}${suffix ?? ''}`}
      </SliderOutput>
      <SliderTrack className={styles.track ?? ''}>
        {({ state }) => (
          <>
            <div className={styles.filled} style={{ width: `${state.getThumbPercent(0) * 100}%` }} />
            <SliderThumb className={styles.thumb ?? ''} />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}
