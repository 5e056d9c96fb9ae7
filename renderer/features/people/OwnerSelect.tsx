import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/Select.tsx';
import { usePeople } from './use-people.ts';

interface OwnerSelectProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
}

const none = 'none';

/** Whose something is: one of the people, or not said yet. */
export function OwnerSelect({ label, hideLabel, value, onChange }: OwnerSelectProps) {
  const { t } = useTranslation('people');
  const { present } = usePeople();
  const choices = [
    { id: none, label: t('not-said') },
    ...present.map(({ id, name }) => ({ id, label: name })),
  ];
  return (
    <Select
      label={label}
      hideLabel={hideLabel ?? false}
      choices={choices}
      value={value ?? none}
      onChange={(id) => onChange(id === none ? null : id)}
    />
  );
}
