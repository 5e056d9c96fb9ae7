import type { Handlers } from '../../../shared/contract/index.ts';
import type { AvpService } from './avp.service.ts';

export function avpHandlers(avp: AvpService): Handlers<'avp'> {
  return {
    get: ({ caseId }) => avp.ofCase(caseId),
    saveField: ({ id, field, text }) => avp.saveField(id, field, text),
    fieldHistory: ({ id, field }) => avp.fieldHistory(id, field),
    addStep: (input) => avp.addStep(input),
    saveStep: (input) => avp.saveStep(input),
    removeStep: ({ stepId }) => avp.removeStep(stepId),
    restoreStep: ({ stepId }) => avp.restoreStep(stepId),
    giveMark: (input) => avp.giveMark(input),
    share: ({ id, sharedWithTrio }) => avp.share(id, sharedWithTrio),
  };
}
