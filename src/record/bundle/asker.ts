export const ASKERS = ['partner', 'host'] as const;

/** Whom a bundle is for: the partner sees the record, the host its notebook as well. */
export type Asker = (typeof ASKERS)[number];
