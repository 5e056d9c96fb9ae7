import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Avp } from '../../../shared/contract/avp.ts';
import { useAction } from '../../api/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Choices.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/toasts.ts';
import styles from './Avp.module.css';
import { useAutosave } from './autosave.ts';

/** Small steps, each with a day; ticked off when done. */
export function AvpSteps({ avp }: { readonly avp: Avp }) {
  const { t } = useTranslation('avp');
  const add = useAction('avp', 'addStep');
  const [text, setText] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const addStep = (): void => {
    if (text.trim() === '') return;
    add.mutate({ id: avp.id, text: text.trim(), day }, { onSuccess: () => setText('') });
  };
  return (
    <section className={styles.steps} aria-label={t('steps.title')}>
      <h4>{t('steps.title')}</h4>
      <p className={styles.help}>{avp.steps.length === 0 ? t('steps.empty') : t('steps.help')}</p>
      <ol>
        {avp.steps.map((step, place) => (
          <Step key={step.id} step={step} number={place + 1} />
        ))}
      </ol>
      <div className={styles.newStep}>
        <TextField
          label={t('steps.new')}
          placeholder={t('steps.placeholder')}
          value={text}
          onChange={setText}
          maxLength={2000}
          onKeyDown={(event) => {
            if (event.key === 'Enter') addStep();
          }}
        />
        <DayField label={t('steps.day')} value={day} onChange={setDay} />
        <Button size="s" icon={Plus} onPress={addStep} isDisabled={text.trim() === ''}>
          {t('steps.add')}
        </Button>
      </div>
    </section>
  );
}

function Step({ step, number }: { readonly step: Avp['steps'][number]; readonly number: number }) {
  const { t } = useTranslation('avp');
  const save = useAction('avp', 'saveStep');
  const remove = useAction('avp', 'removeStep');
  const restore = useAction('avp', 'restoreStep');
  const autosave = useAutosave(step.text, (text) => save.mutateAsync({ stepId: step.id, text }));
  const removeStep = (): void => {
    const undo = (): void => restore.mutate({ stepId: step.id });
    remove.mutate({ stepId: step.id }, { onSuccess: () => toast(t('steps.removed'), { undo }) });
  };
  return (
    <li className={styles.step}>
      <Checkbox
        aria-label={t('steps.done', { text: step.text })}
        isSelected={step.doneAt !== null}
        onChange={(done) => save.mutate({ stepId: step.id, done })}
      >
        {null}
      </Checkbox>
      <TextField
        label={t('steps.text-of', { number })}
        hideLabel
        value={autosave.text}
        onChange={autosave.write}
        onBlur={autosave.flush}
      />
      <DayField
        label={t('steps.day-of', { number })}
        hideLabel
        value={step.day}
        onChange={(day) => save.mutate({ stepId: step.id, day })}
      />
      <IconButton size="s" icon={Trash2} label={t('steps.remove')} onPress={removeStep} />
    </li>
  );
}
