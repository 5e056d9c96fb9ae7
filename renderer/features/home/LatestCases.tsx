import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import { usePeople } from '../people/index.ts';
import styles from './Latest.module.css';

interface LatestCasesProps {
  readonly cases: readonly CaseSummary[];
  readonly total: number;
}

/** The cases that were worked on last. */
export function LatestCases({ cases, total }: LatestCasesProps) {
  const { t } = useTranslation('home');
  const { nameOf } = usePeople();
  if (cases.length === 0) return null;
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('cases')}</h2>
        {total > cases.length && <Link href="/cases">{t('all-cases', { count: total })}</Link>}
      </header>
      <ul className={styles.cases}>
        {cases.map(({ id, title, question, ownerId, fragmentCount, observationCount }) => (
          <li key={id}>
            <Link href={`/cases/${id}`} className={styles.case}>
              <Layers className={styles.icon} aria-hidden />
              <span className={styles.words}>
                <span className={styles.title}>{title}</span>
                {question && <span className={styles.question}>{question}</span>}
                <span className={styles.facts}>
                  {[
                    nameOf(ownerId),
                    t('fragments', { count: fragmentCount }),
                    t('observations', { count: observationCount }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
