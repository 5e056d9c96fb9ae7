import { Crosshair, History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Avp } from '../../../shared/contract/avp.ts';
import type { AvpFieldId } from '../../../shared/domain/avp.ts';
import {
  foldCitations,
  formatCitation,
  parseCitations,
  unfoldCitations,
  type Citation,
} from '../../../shared/domain/citation.ts';
import { useAction } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextArea } from '../../ui/TextField.tsx';
import styles from './Avp.module.css';
import { useAutosave } from './autosave.ts';
import { FieldHistory } from './FieldHistory.tsx';
import { SaveMark } from './SaveMark.tsx';

/** How a plan reaches the fragment beside it: where the playhead is, what a citation is called, and going there. */
export interface CitationDoor {
  readonly here: () => Citation | null;
  readonly nameOf: (citation: Citation) => string | null;
  /** Short enough to stand in running text: its time in the fragment. */
  readonly signOf: (citation: Citation) => string;
  readonly go: (citation: Citation) => void;
}

interface AvpFieldProps {
  readonly avp: Avp;
  readonly field: AvpFieldId;
  readonly citations: CitationDoor;
}

/** One question of the plan, saved while it is answered. */
export function AvpField({ avp, field, citations }: AvpFieldProps) {
  const { t } = useTranslation('avp');
  const save = useAction('avp', 'saveField');
  const [history, setHistory] = useState(false);
  const autosave = useAutosave(avp.fields[field] ?? '', (text) =>
    save.mutateAsync({ id: avp.id, field, text }),
  );
  const cited = parseCitations(autosave.text).flatMap((piece) =>
    'citation' in piece ? [piece.citation] : [],
  );
  // A place that is cited twice needs one button.
  const places = [...new Map(cited.map((place) => [formatCitation(place), place])).values()];
  const shown = foldCitations(autosave.text, citations.signOf);
  const cite = (): void => {
    const here = citations.here();
    if (here)
      autosave.write(
        `${autosave.text}${autosave.text && !autosave.text.endsWith(' ') ? ' ' : ''}${formatCitation(here)}`,
      );
  };
  return (
    <div className={styles.field}>
      <TextArea
        label={t(`fields.${field}.label`)}
        description={t(`fields.${field}.help`)}
        value={shown}
        onChange={(text) => autosave.write(unfoldCitations(text, places, citations.signOf))}
        onBlur={autosave.flush}
        rows={2}
        maxLength={20_000}
      />
      {places.length > 0 && (
        <ul className={styles.places} aria-label={t('places')}>
          {places.map((place) => (
            <li key={formatCitation(place)}>
              <Button size="s" variant="secondary" icon={Crosshair} onPress={() => citations.go(place)}>
                {citations.nameOf(place) ?? t('cite-gone')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles.tools}>
        <SaveMark state={autosave.state} />
        <IconButton size="s" icon={Crosshair} label={t('cite')} onPress={cite} />
        <IconButton size="s" icon={History} label={t('history')} onPress={() => setHistory(true)} />
      </div>
      {history && (
        <FieldHistory avpId={avp.id} field={field} onClose={() => setHistory(false)} onUse={autosave.write} />
      )}
    </div>
  );
}
