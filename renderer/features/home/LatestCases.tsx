import { Layers } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { CaseSummary } from '../../../shared/contract/cases.ts';
import { usePeople } from '../people/index.ts';
import styles from './Latest.module.css';

const most = 3;

/** The cases that were worked on last. */
export function LatestCases({ cases }: { readonly cases: readonly CaseSummary[] }) {
  const { t } = useTranslation('home');
  const { nameOf } = usePeople();
  if (cases.length === 0) return null;
  const latest = cases.toSorted((a, b) => b.updatedAt - a.updatedAt).slice(0, most);
  return (
    <section>
      <header className={styles.head}>
        <h2>{t('cases')}</h2>
        {cases.length > most && <Link href="/cases">{t('all-cases', { count: cases.length })}</Link>}
      </header>
      <ul className={styles.cases}>
        {latest.map(({ id, title, question, ownerId, fragmentCount, observationCount }) => (
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
