import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { asking } from '../../api/queries.ts';
import { SearchDrawing } from '../../ui/drawings/SearchDrawing.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { SearchField } from '../../ui/TextField.tsx';
import { hitGroups } from './hits.ts';
import { HitGroup } from './HitGroup.tsx';
import styles from './SearchScreen.module.css';

const most = 100;
/** Between two keystrokes of a quick typist; asking at each of them would only make the list flicker. */
const restMs = 120;

/** One line that searches everything: what was seen, asked, planned, recorded. */
export function SearchScreen() {
  const { t } = useTranslation('search');
  const asked = new URLSearchParams(useSearch()).get('q') ?? '';
  const [, go] = useLocation();
  const [words, setWords] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => go(`/search?q=${encodeURIComponent(words)}`, { replace: true }), restMs);
    return () => clearTimeout(timer);
  }, [words, go]);
  const trimmed = asked.trim();
  const { data, error, isPlaceholderData } = useQuery({
    ...asking('search', 'find', { words: trimmed, limit: most }),
    enabled: trimmed !== '',
    placeholderData: keepPreviousData,
  });
  const hits = useDeferredValue(trimmed === '' ? undefined : data);
  return (
    <Screen title={t('title')}>
      <div className={styles.search}>
        <SearchField
          label={t('label')}
          placeholder={t('placeholder')}
          value={words}
          onChange={setWords}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- one comes here with / to type
          autoFocus
          maxLength={500}
        />
        {error && <ErrorNote error={error} />}
        <p className={styles.count} aria-live="polite">
          {hits &&
            !isPlaceholderData &&
            (hits.length === most ? t('many', { count: most }) : t('found', { count: hits.length }))}
        </p>
        {hits &&
          hits.length > 0 &&
          hitGroups(hits).map((group) => <HitGroup key={group.name} group={group} />)}
        {hits?.length === 0 && (
          <EmptyState title={t('none', { words: trimmed })}>{t('none-words')}</EmptyState>
        )}
        {trimmed === '' && (
          <EmptyState drawing={<SearchDrawing />} title={t('empty')}>
            {t('empty-words')}
          </EmptyState>
        )}
      </div>
    </Screen>
  );
}
