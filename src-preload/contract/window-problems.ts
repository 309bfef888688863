/** What the window says when something of it failed; names and bounds, without schemas. */

/** `error`, `rejection`: no one caught it. `render`: React met it while it drew. `caught`: it was expected and handled. */
export const windowProblemKinds = ['error', 'rejection', 'render', 'caught'] as const;
export type WindowProblemKind = (typeof windowProblemKinds)[number];

/** Letters of each text; the rest is cut off by the window. */
export const windowProblemLimits = { name: 100, message: 1000, stack: 8000 } as const;
