import { Download, Laptop } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import styles from './OtherWay.module.css';

/** Two ways for a lesson to get here, side by side: neither is the lesser one. */
export function OtherWay() {
  const { t } = useTranslation('filming');
  return (
    <nav className={styles.ways} aria-label={t('ways.label')}>
      <Link href="/film" className={styles.way} aria-current="page">
        <Laptop aria-hidden />
        {t('ways.laptop')}
      </Link>
      <Link href="/bring-in" className={styles.way}>
        <Download aria-hidden />
        {t('ways.other')}
      </Link>
    </nav>
  );
}
