export { ObservationPanel, useNotingKeys } from './ObservationPanel.tsx';
export type { NotingPort } from './noting-port.ts';
export { useNoting, type Noting } from './use-noting.ts';
export { useObservations } from './use-observations.ts';
