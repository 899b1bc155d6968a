/** In one word, what a run is doing; the panel's `status` begins with its name. */
export const RUN_STATUSES = ['working', 'needs-user', 'paused', 'stopped', 'done', 'failed'] as const;

export type RunStatus = (typeof RUN_STATUSES)[number];
