export { JobCard } from './JobCard.tsx';
export { JobsIndicator } from './JobsIndicator.tsx';
export { useJobs } from './use-jobs.ts';
