import { AppError } from '../../../shared/contract/errors.ts';
import type { Avp } from '../../../shared/contract/avp.ts';
import type { Parsed } from '../../../shared/contract/index.ts';
import { avpTemplateVersion, keepsRevision, type AvpFieldId } from '../../../shared/domain/avp.ts';
import { newId } from '../../db/ids.ts';
import type { Broadcast } from '../../ipc/broadcast.ts';
import type { AvpRepo } from './avp.repo.ts';

export interface AvpDependencies {
  readonly repo: AvpRepo;
  readonly broadcast: Broadcast;
  readonly now?: () => number;
}

/** The ActieVerbeterPlan: the owner's, saved while it is written, never losing an earlier text. */
export function createAvpService({ repo, broadcast, now = Date.now }: AvpDependencies) {
  /** @throws AppError `not-found`. */
  const get = (id: string): Avp => {
    const avp = repo.get(id);
    if (!avp) throw new AppError('not-found');
    return avp;
  };
  const changed = (id: string): Avp => {
    const avp = get(id);
    broadcast.changed('avp', [id, avp.caseId]);
    return avp;
  };
  const changeStep = (stepId: string, change: Parameters<AvpRepo['changeSteps']>[2]): Avp => {
    const id = repo.avpOfStep(stepId);
    if (!id) throw new AppError('not-found');
    repo.changeSteps(id, now(), change);
    return changed(id);
  };

  return {
    /** The plan of a case; made empty when it has none yet. */
    ofCase(caseId: string): Avp {
      const found = repo.ofCase(caseId);
      if (found) return found;
      const id = newId();
      repo.insert(id, caseId, avpTemplateVersion, now());
      return get(id);
    },
    saveField(id: string, field: AvpFieldId, text: string): Avp {
      get(id);
      const before = repo.fieldBefore(id, field);
      if (before?.text === text) return get(id);
      const keep = before && keepsRevision(before.text, text, now() - before.updated_at);
      repo.saveField(id, field, text, now(), keep ? { text: before.text, at: before.updated_at } : null);
      return changed(id);
    },
    /** Earlier texts of a field and the present one, oldest first. */
    fieldHistory(id: string, field: AvpFieldId) {
      const present = repo.fieldBefore(id, field);
      return [
        ...repo.fieldHistory(id, field),
        ...(present ? [{ text: present.text, at: present.updated_at }] : []),
      ];
    },
    addStep({ id, text, day }: Parsed<'avp', 'addStep'>): Avp {
      get(id);
      repo.changeSteps(id, now(), (steps) => steps.insert({ id: newId(), avpId: id, text, day }));
      return changed(id);
    },
    saveStep({ stepId, text, day, done }: Parsed<'avp', 'saveStep'>): Avp {
      return changeStep(stepId, (steps) => {
        const step = steps.get(stepId);
        if (!step) throw new AppError('not-found');
        const doneAt = done === undefined ? step.doneAt : done ? (step.doneAt ?? now()) : null;
        steps.update({
          id: stepId,
          text: text ?? step.text,
          day: day === undefined ? step.day : day,
          doneAt,
        });
      });
    },
    removeStep: (stepId: string) => changeStep(stepId, (steps) => steps.setRemoved(stepId, now())),
    restoreStep: (stepId: string) => changeStep(stepId, (steps) => steps.setRemoved(stepId, null)),
    giveMark({ id, mark, note }: Parsed<'avp', 'giveMark'>): Avp {
      get(id);
      repo.changeSteps(id, now(), (steps) =>
        steps.addMark({ id: newId(), avpId: id, mark, note, now: now() }),
      );
      return changed(id);
    },
    share(id: string, sharedWithTrio: boolean): Avp {
      get(id);
      repo.share(id, sharedWithTrio, now());
      return changed(id);
    },
  };
}

export type AvpService = ReturnType<typeof createAvpService>;
