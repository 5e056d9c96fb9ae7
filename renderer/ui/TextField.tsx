import { Search } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField } from 'react-aria-components/TextField';
import { cx } from './cx.ts';
import styles from './Field.module.css';

interface FieldProps {
  readonly label: string;
  /** The label is spoken but not shown: only where the place says what the field is. */
  readonly hideLabel?: boolean;
  readonly description?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly onFocus?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly maxLength?: number;
}

/** One line of text with its label above. */
export function TextField(props: FieldProps & { readonly ref?: Ref<HTMLInputElement> }) {
  const { label, hideLabel, description, placeholder = '', ref, onKeyDown, ...rest } = props;
  return (
    <AriaTextField {...rest} className={styles.field ?? ''}>
      <Label className={cx(styles.label, hideLabel && styles.hidden)}>{label}</Label>
      <Input
        {...(ref ? { ref } : {})}
        {...(onKeyDown ? { onKeyDown } : {})}
        className={styles.input ?? ''}
        placeholder={placeholder}
      />
      {description && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
    </AriaTextField>
  );
}

/** Text of several lines; grows with what is written. */
export function TextArea(
  props: FieldProps & { readonly rows?: number; readonly ref?: Ref<HTMLTextAreaElement> },
) {
  const { label, hideLabel, description, placeholder = '', rows = 3, ref, onKeyDown, ...rest } = props;
  return (
    <AriaTextField {...rest} className={styles.field ?? ''}>
      <Label className={cx(styles.label, hideLabel && styles.hidden)}>{label}</Label>
      <AriaTextArea
        {...(ref ? { ref } : {})}
        {...(onKeyDown ? { onKeyDown } : {})}
        className={styles.input ?? ''}
        placeholder={placeholder}
        rows={rows}
      />
      {description && (
        <Text slot="description" className={styles.description ?? ''}>
          {description}
        </Text>
      )}
    </AriaTextField>
  );
}

/** A line to search with; Escape empties it. */
export function SearchField(props: Omit<FieldProps, 'hideLabel' | 'description' | 'onKeyDown'>) {
  const { label, placeholder = '', ...rest } = props;
  return (
    <AriaSearchField {...rest} aria-label={label} className={styles.search ?? ''}>
      <Search className={styles.searchIcon} aria-hidden />
      <Input className={styles.input ?? ''} placeholder={placeholder} />
    </AriaSearchField>
  );
}
