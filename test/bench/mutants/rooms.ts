/** A folder of rules, or some files of it, and the tests that are asked about each change of them. */
export interface Room {
  folder: string;
  /** Only these files of the folder; they belong to no other room. */
  files?: readonly string[];
  /** Globs. The room's own tests: those of the whole outbox find more, and take minutes for each change that lives. */
  tests: readonly string[];
}

const unit = 'test/unit/src-main';
const contract = 'test/unit/src-preload/contract';

/** What `npm run bench -- mutants` changes; each room in a run of its own. */
export const rooms: readonly Room[] = [
  { folder: 'src-main/outbox/decide', tests: [`${unit}/outbox/decide/**/*.test.ts`] },
  {
    folder: 'src-main/outbox/health',
    // Not the stories on virtual time, nor the properties: each of their tests runs through every rule of the room.
    tests: [`${unit}/outbox/health/{circuit,each-event,health-log,may-call,set-back-clock,store-health}.test.ts`],
  },
  {
    folder: 'src-main/outbox/health',
    files: ['connection-proof.ts', 'store-status.ts', 'update-health.ts'],
    tests: [`${unit}/outbox/health/{connection-proof,record-response,store-status}.test.ts`],
  },
  { folder: 'src-preload/contract', tests: ['test/unit/src-preload/**/*.test.ts'] },
  { folder: 'src-preload/contract/book', tests: [`${contract}/book/**/*.test.ts`] },
  { folder: 'src-preload/contract/courier-forms', tests: [`${contract}/courier-forms/**/*.test.ts`] },
  {
    folder: 'src-main/services/book',
    // The pure rules: of the rest, each change is asked about by stories on virtual time.
    files: [
      'apply-pair.ts',
      'due-notices.ts',
      'list-heads.ts',
      'notice-changes.ts',
      'take-export.ts',
      'take-reading.ts',
    ],
    tests: [`${unit}/services/{apply-pair,due-notices,list-heads,notice-changes,take-export,take-reading}.test.ts`],
  },
  { folder: 'src-main/database', files: ['used-numbers.ts'], tests: [`${unit}/database/used-numbers.test.ts`] },
  { folder: 'src-main/markets', tests: [`${unit}/markets/**/*.test.ts`] },
  // Without the properties, and without the long tables of numbers but where these are the rule.
  {
    folder: 'src-preload/contract/check',
    tests: [`${contract}/check/!(look-alikes|number-forms|review-properties|unseen).test.ts`],
  },
  {
    folder: 'src-preload/contract/check',
    files: ['assess-tracking.ts'],
    tests: [`${contract}/check/{assess*,look-alikes,tracking-remarks}.test.ts`],
  },
  {
    folder: 'src-preload/contract/join',
    tests: [`${contract}/join/!(join-properties|joined-days).test.ts`],
  },
];

/** The globs of what is changed in this room when these paths are asked about; none when they lie elsewhere. */
export function rulesOf(room: Room, paths: readonly string[]): string[] {
  const { folder, files } = room;
  const asked = new Set(
    paths.flatMap((path) => (isWithin(folder, path) ? [folder] : isWithin(path, folder) ? [path] : [])),
  );
  const of = (file: string): string => `${folder}/${file}`;
  if (files !== undefined) return files.map(of).filter((file) => [...asked].some((path) => isWithin(file, path)));
  const others = rooms.flatMap((other) => {
    if (other.folder === folder) return (other.files ?? []).map(of);
    return isWithin(other.folder, folder) ? [other.folder] : [];
  });
  const own = [...asked].filter((path) => !others.some((other) => isWithin(path, other)));
  if (own.length === 0) return [];
  return [...own.map(globOf), ...others.map((other) => `!${globOf(other)}`)];
}

const isWithin = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const globOf = (path: string): string => (path.endsWith('.ts') ? path : `${path}/**/*.ts`);
