import { useTranslation } from 'react-i18next';
import { Select } from '../../ui/Select.tsx';
import { SearchField } from '../../ui/TextField.tsx';
import type { ObservationFilter } from './filter.ts';
import styles from './Observations.module.css';

interface FilterBarProps {
  readonly filter: ObservationFilter;
  readonly onFilter: (filter: ObservationFilter) => void;
}

/** Which notes are in the list: by words (also tags) and by kind. */
export function FilterBar({ filter, onFilter }: FilterBarProps) {
  const { t } = useTranslation('observations');
  return (
    <div className={styles.filter}>
      <SearchField
        label={t('filter')}
        placeholder={t('filter-short')}
        value={filter.words}
        onChange={(words) => onFilter({ ...filter, words })}
      />
      <div className={styles.author}>
        <Select
          label={t('filter-kind')}
          hideLabel
          value={filter.kind ?? 'all'}
          onChange={(kind) => onFilter({ ...filter, kind: kind === 'all' ? null : kind })}
          choices={[
            { id: 'all', label: t('all') },
            { id: 'observation', label: t('observations') },
            { id: 'question', label: t('questions') },
          ]}
        />
      </div>
    </div>
  );
}
