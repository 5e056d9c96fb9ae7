export { ObservationPanel, useNotingKeys } from './ObservationPanel.tsx';
export { useNoting, type Noting } from './use-noting.ts';
export { useObservations } from './use-observations.ts';
