export { OwnerSelect } from './OwnerSelect.tsx';
export { WhoIsHere } from './WhoIsHere.tsx';
export { usePeople } from './use-people.ts';
