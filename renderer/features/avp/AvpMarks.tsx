import { useTranslation } from 'react-i18next';
import type { Avp } from '../../../shared/contract/avp.ts';
import { useAction } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import styles from './Avp.module.css';

const scale = Array.from({ length: 10 }, (_, place) => place + 1);

/** The owner's own mark from 1 to 10, given again later; earlier ones stay beside it. No colours, no verdict. */
export function AvpMarks({ avp }: { readonly avp: Avp }) {
  const { t, i18n } = useTranslation('avp');
  const give = useAction('avp', 'giveMark');
  const latest = avp.marks.at(-1)?.mark;
  const date = new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long' });
  return (
    <section className={styles.marks} aria-label={t('marks.title')}>
      <h4>{t('marks.title')}</h4>
      <p className={styles.help}>{t('marks.help')}</p>
      <div className={styles.scale}>
        {scale.map((mark) => (
          <Button
            key={mark}
            size="s"
            variant={mark === latest ? 'primary' : 'secondary'}
            aria-label={t('marks.give', { mark })}
            onPress={() => give.mutate({ id: avp.id, mark })}
          >
            {mark}
          </Button>
        ))}
      </div>
      {avp.marks.length === 0 ? (
        <p className={styles.help}>{t('marks.none')}</p>
      ) : (
        <ol className={styles.earlier} aria-label={t('marks.earlier')}>
          {avp.marks.map((given) => (
            <li key={given.id}>{t('marks.at', { mark: given.mark, date: date.format(given.at) })}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
