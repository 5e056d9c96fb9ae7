import {
  CircleHelp,
  Film,
  House,
  Layers,
  Search,
  Settings,
  Blinds,
  Video,
  type LucideIcon,
} from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useIsFilming } from '../../features/filming/index.ts';
import { JobsIndicator } from '../../features/jobs/index.ts';
import { WhoIsHere } from '../../features/people/index.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { isMac, shownChord } from '../../ui/keys/chord.ts';
import { Tooltip } from '../../ui/Tooltip.tsx';
import { Logo } from './Logo.tsx';
import styles from './Rail.module.css';

interface RailProps {
  readonly onCurtain: () => void;
  readonly onHelp: () => void;
}

/** The places of the program, what is being worked on, who is here, and the curtain: always in sight. */
export function Rail({ onCurtain, onHelp }: RailProps) {
  const { t } = useTranslation(['app', 'common']);
  const [location] = useLocation();
  const isFilming = useIsFilming();
  const places: readonly PlaceOf[] = [
    { to: '/', icon: House, label: t('places.home') },
    { to: '/film', icon: Video, label: t(isFilming ? 'places.filming' : 'places.film'), isOn: isFilming },
    { to: '/recordings', icon: Film, label: t('places.recordings') },
    { to: '/cases', icon: Layers, label: t('places.cases') },
    { to: '/search', icon: Search, label: t('places.search') },
  ];
  const curtainKey = shownChord('F9', { space: t('common:keys.space') }, isMac());
  return (
    <nav className={styles.rail} aria-label={t('places.title')}>
      <Link href="/" className={styles.logo} aria-label={t('places.home')}>
        <Logo />
      </Link>
      <ul className={styles.places}>
        {places.map((place) => (
          <Place key={place.to} {...place} isHere={isAt(location, place.to)} />
        ))}
      </ul>
      <div className={styles.foot}>
        <JobsIndicator />
        <WhoIsHere />
        <Tooltip text={t('places.curtain-close')} shortcut={curtainKey}>
          <Button className={styles.curtain ?? ''} onPress={onCurtain}>
            <Blinds aria-hidden />
            {t('places.curtain')}
          </Button>
        </Tooltip>
        <div className={styles.pair}>
          <IconButton icon={CircleHelp} label={t('places.keys')} shortcut="?" size="s" onPress={onHelp} />
          <Link
            href="/settings"
            className={styles.small}
            aria-label={t('places.settings')}
            title={t('places.settings')}
          >
            <Settings aria-hidden />
          </Link>
        </div>
      </div>
    </nav>
  );
}

interface PlaceOf {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly label: string;
  /** The camera films: seen from every screen. */
  readonly isOn?: boolean;
}

function Place({ to, icon: Icon, label, isHere, isOn }: PlaceOf & { readonly isHere: boolean }) {
  return (
    <li>
      <Link
        href={to}
        className={cx(styles.place, isHere && styles.here, isOn && styles.on)}
        aria-current={isHere ? 'page' : undefined}
      >
        <Icon aria-hidden />
        {label}
      </Link>
    </li>
  );
}

function isAt(location: string, place: string): boolean {
  return place === '/' ? location === '/' : location === place || location.startsWith(`${place}/`);
}
