import { ClipboardList, Film, Layers, Scissors, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { formatDuration } from '../../ui/format.ts';
import { KindMark } from '../../ui/KindMark.tsx';
import { piecesOf, placeOf, type Group, type Hit } from './hits.ts';
import styles from './SearchScreen.module.css';

const icons: Readonly<Record<Exclude<Hit['kind'], 'observation' | 'question'>, LucideIcon>> = {
  recording: Film,
  fragment: Scissors,
  case: Layers,
  'learning-question': Layers,
  avp: ClipboardList,
};

/** The hits of one group, each a link to where it stands. */
export function HitGroup({ group }: { readonly group: Group }) {
  const { t } = useTranslation('search');
  return (
    <section>
      <h2 className={styles.heading}>{t(`groups.${group.name}`)}</h2>
      <ul className={styles.list}>
        {group.hits.map((hit) => (
          <li key={`${hit.kind} ${hit.id}`}>
            <HitLine hit={hit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function HitLine({ hit }: { readonly hit: Hit }) {
  const { t } = useTranslation('search');
  return (
    <Link href={placeOf(hit)} className={styles.hit}>
      <HitSign kind={hit.kind} />
      <span className={styles.excerpt}>
        {piecesOf(hit.excerpt).map(({ text, found }, at) =>
          // oxlint-disable-next-line react/no-array-index-key -- pieces have no identity but their place
          found ? <mark key={at}>{text}</mark> : text,
        )}
      </span>
      <span className={styles.kind}>
        {t(`kinds.${hit.kind}`)}
        {hit.atMs !== null && ` · ${formatDuration(hit.atMs)}`}
      </span>
    </Link>
  );
}

function HitSign({ kind }: { readonly kind: Hit['kind'] }) {
  if (kind === 'observation' || kind === 'question') return <KindMark kind={kind} />;
  const Icon = icons[kind];
  return <Icon className={styles.icon} aria-hidden />;
}
