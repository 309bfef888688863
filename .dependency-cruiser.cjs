/**
 * The walls of the project (resources/docs/domain.md, "Layout and walls"). Imports run renderer -> contract <- main
 * side; in src-main: main.ts and core.ts -> all; bridge -> services; services -> outbox, database, secrets; outbox ->
 * markets/market.ts, database; markets/x -> market.ts, network, contract; database, secrets, network, environment ->
 * contract. In src-renderer: app.tsx and screens.ts -> all; shell -> features -> review -> grid -> ui -> state, and
 * sheets -> state. In review/: run -> send -> rows -> remarks -> columns, and files, join -> state.
 */
const wall = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });
const ours = '^(src-main|src-preload|src-renderer)/';
/** `folder` may import, of ours, only itself, the contract and `more`. */
const only = (folder, more = []) =>
  wall(
    `${folder.replaceAll('/', '-')}-stays-in-its-room`,
    { path: `^src-main/${folder}` },
    {
      path: ours,
      pathNot: [`^src-main/${folder}`, '^src-preload/contract/', ...more.map((path) => `^src-main/${path}`)],
    },
  );

/** A room of the window may import, of the window, only itself, `text.ts` and these others. */
const windowRoom = (name, others) =>
  wall(
    `window-${name}-stays-in-its-room`,
    { path: `(?:^|/)src-renderer/${name}/` },
    {
      path: '^src-renderer/',
      pathNot: ['^src-renderer/text\\.ts$', ...[name, ...others].map((each) => `^src-renderer/${each}/`)],
    },
  );

/** A room of the review may import, of the review, only itself and these others. */
const reviewRoom = (name, others) =>
  wall(
    `review-${name}-stays-in-its-room`,
    { path: `(?:^|/)src-renderer/review/${name}/` },
    { path: '^src-renderer/review/', pathNot: [name, ...others].map((each) => `^src-renderer/review/${each}/`) },
  );

/** A room of the outbox may import, of the outbox, only itself, its port and these others. */
const room = (name, others) =>
  wall(
    `outbox-${name}-stays-in-its-room`,
    { path: `^src-main/outbox/${name}/` },
    {
      path: '^src-main/outbox/',
      pathNot: ['^src-main/outbox/outbox-port\\.ts$', ...[name, ...others].map((each) => `^src-main/outbox/${each}/`)],
    },
  );

module.exports = {
  forbidden: [
    wall('no-circles', {}, { circular: true }),
    wall('window-imports-no-main', { path: 'src-renderer/' }, { path: '^src-main/' }),
    wall(
      'window-imports-contract-only',
      { path: '^src-renderer/' },
      { path: '^src-preload/', pathNot: '^src-preload/contract/' },
    ),
    wall('window-has-no-node', { path: '^src-renderer/' }, { dependencyTypes: ['core'] }),
    wall('main-imports-no-window', { path: '^src-main/' }, { path: '^src-renderer/' }),
    wall(
      'contract-imports-zod-only',
      { path: '^src-preload/contract/' },
      { pathNot: ['^src-preload/contract/', 'node_modules/zod'] },
    ),
    wall(
      'window-works-with-words-not-schemas',
      { path: '^src-renderer/|^src-preload/contract/(check|markets|text)/' },
      {
        path: 'node_modules/zod|^src-preload/contract/(ids|job|store|line|import|orders|actions|settings|updates|backup|calls|calls/[a-z]+|events)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
      'The main process checks what crosses the bridge; the window and its worker need not load the library for it.',
    ),
    wall(
      'check-knows-no-market',
      { path: '(?:^|/)src-preload/contract/(?:check/|book/|job-rules\\.ts$)' },
      { path: '^src-preload/contract/markets/' },
      'What a market takes is handed to the check (market-rules.ts).',
    ),
    wall(
      'markets-know-no-check',
      { path: '(?:^|/)src-preload/contract/markets/' },
      { path: '^src-preload/contract/(?:check|join|courier-forms|calls|text)/' },
      'The rules of a market stand below what asks for them; what both need of a text of digits stands beside them.',
    ),
    wall(
      'markets-are-named-in-their-table',
      {
        path: '(?:^|/)(?:src-main/(?:services|outbox|bridge|database)|src-renderer/state)/',
        // The order book is of a market with orders, and badges are NAVER's.
        pathNot: '^src-main/services/book/',
      },
      { path: '^src-preload/contract/markets/(?:naver|brightmall)/' },
      'Services and the outbox ask markets/rules.ts by the market of the store.',
    ),
    wall(
      'preload-imports-names-only',
      { path: '^src-preload/preload\\.ts$' },
      { path: '^src-preload/contract/', pathNot: 'names\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    wall(
      'reader-preload-imports-one-name',
      { path: '^src-preload/reader-preload\\.ts$' },
      { path: '^src-preload/contract/', pathNot: 'reader-order\\.ts$' },
      'What two preloads share would become a file of its own, which a sandboxed one cannot load.',
    ),
    wall(
      'readers-know-no-bridge',
      {
        path: '^src-renderer/sheets/(worker|reader-page|review-session)\\.ts$|^src-renderer/sheets/(reading|understanding)/',
      },
      { path: '^src-renderer/(state/ipc-client\\.ts|sheets/(client|reader)\\.ts)$' },
    ),
    windowRoom('state', []),
    windowRoom('sheets', ['state']),
    windowRoom('ui', ['state']),
    windowRoom('grid', ['ui']),
    windowRoom('review', ['grid', 'ui', 'state', 'sheets']),
    reviewRoom('state', []),
    reviewRoom('columns', ['state']),
    reviewRoom('files', ['state']),
    reviewRoom('join', ['state']),
    reviewRoom('remarks', ['columns', 'state']),
    reviewRoom('rows', ['remarks', 'columns', 'files', 'state']),
    reviewRoom('send', ['rows', 'state']),
    reviewRoom('run', ['send', 'rows', 'columns', 'files', 'state']),
    windowRoom('features', ['review', 'grid', 'ui', 'state', 'sheets']),
    windowRoom('shell', ['features', 'review', 'grid', 'ui', 'state', 'sheets']),
    wall(
      'window-features-know-no-other-feature',
      { path: '(?:^|/)src-renderer/features/([^/]+)/' },
      { path: '^src-renderer/features/', pathNot: '^src-renderer/features/$1/' },
      'What two screens share is in state, ui or review.',
    ),
    wall(
      'electron-has-one-room',
      { path: '^src-main/', pathNot: ['^src-main/electron/', '^src-main/main\\.ts$'] },
      { path: ['node_modules/electron/', '^electron$'] },
    ),
    wall(
      'environment-is-read-in-one-place',
      { path: '^src-main/', pathNot: '^src-main/(main|core|about-app|surroundings|environment)\\.ts$' },
      { path: '^src-main/environment\\.ts$' },
    ),
    only('database/', ['files/', 'diagnostics/log-events\\.ts']),
    only('diagnostics/', ['files/', 'markets/market\\.ts', 'network/(agent|redact)\\.ts']),
    only('files/'),
    only('secrets/'),
    only('network/'),
    only('updates/', ['network/']),
    only('practice/', ['files/']),
    only('environment\\.ts'),
    only('markets/naver/', ['markets/market\\.ts', 'network/']),
    only('markets/brightmall/', ['markets/market\\.ts', 'network/']),
    only('outbox/', ['markets/market\\.ts', 'database/', 'diagnostics/log-events\\.ts']),
    room('engine', ['health', 'decide', 'write']),
    room('actions', ['decide', 'write']),
    room('health', ['decide', 'write']),
    room('write', ['decide']),
    room('decide', []),
    only('services/', ['outbox/', 'database/', 'secrets/', 'markets/market\\.ts']),
    only('bridge/', ['services/', 'outbox/outbox-port\\.ts', 'database/tables\\.ts']),
    only('electron/', ['network/redact\\.ts', 'diagnostics/', 'files/', 'updates/', 'surroundings\\.ts']),
    wall('practice-knows-no-client', { path: '^src-main/practice/' }, { path: '^src-preload/' }),
    wall('tests-stay-outside', { path: ours }, { path: '^test/' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
