/**
 * What the system's keychain is to this run. `missing`: there is none; `locked`: it refuses, or does not answer;
 * `damaged`: it does not give back what was written; secrets last for the run in all three. `lost`: it works, and a key
 * that sealed names before is not in it: those names stay sealed, new ones get a new key.
 */
export const keychainStates = ['works', 'missing', 'locked', 'damaged', 'lost'] as const;
export type KeychainState = (typeof keychainStates)[number];
