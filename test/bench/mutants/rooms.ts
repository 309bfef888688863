/** A folder of rules, and the tests that are asked about each change of it. */
export interface Room {
  rules: string;
  /** Globs. The room's own tests: those of the whole outbox find more, and take minutes for each change that lives. */
  tests: readonly string[];
  /** Stories on virtual time that are not about one rule. */
  without?: readonly string[];
}

/** What `npm run bench -- mutants` changes; each room in a run of its own. */
export const rooms: readonly Room[] = [
  { rules: 'src-main/outbox/decide', tests: ['test/unit/src-main/outbox/decide/**/*.test.ts'] },
  {
    rules: 'src-main/outbox/health',
    tests: ['test/unit/src-main/outbox/health/**/*.test.ts'],
    without: ['test/unit/src-main/outbox/health/{outages,no-word}.test.ts'],
  },
  { rules: 'src-preload/contract', tests: ['test/unit/src-preload/**/*.test.ts'] },
  { rules: 'src-main/markets', tests: ['test/unit/src-main/markets/**/*.test.ts'] },
];

/** The room that a path lies in, or is. */
export function roomOf(path: string): Room {
  const room = rooms.find(({ rules }) => path === rules || path.startsWith(`${rules}/`));
  if (room === undefined) throw new Error(`${path} lies in none of ${rooms.map(({ rules }) => rules).join(', ')}`);
  return room;
}
