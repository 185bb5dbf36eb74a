/** Checks that the project makes itself (`checks.ts`), in the order in which they look. */
export const OWN_CHECKS = [
  'millimetres',
  'language',
  'targets',
  'words',
  'letters',
  'lines',
  'motion',
  'controls',
  'spoken',
  'brightness',
  'keys',
  // Last of all: texts find their pages anew after it.
  'spacing',
] as const;

/** Those of the walk itself: that every screen is come to by single touches, and nothing is asked of a network. */
export const WALK_CHECKS = ['ways', 'network'] as const;

/** What a requirement may name as its evidence beside tests. */
export const CHECKS = [...OWN_CHECKS, ...WALK_CHECKS, 'axe', 'ibm'] as const;

export type OwnCheck = (typeof OWN_CHECKS)[number];
export type CheckName = (typeof CHECKS)[number];

export const isCheck = (name: string): name is CheckName => CHECKS.some((known) => known === name);
