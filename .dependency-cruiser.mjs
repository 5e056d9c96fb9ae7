/** Who may import what. Held here, and as a test in `tests/architecture/`. */
const room = (from, allowed, comment) => ({
  name: `${from}-imports`,
  comment,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { pathNot: [`^${from}/`, ...allowed] },
});

const onlyFrom = (name, target, doors, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: '^(electron|renderer|shared)/', pathNot: doors },
  to: { path: target },
});

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    room('shared', ['^node_modules/zod/'], 'What both sides speak runs anywhere: zod and itself.'),
    {
      name: 'renderer-imports',
      comment: 'The page never reaches into the main process, Node or Electron.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', '^tests/', '^node_modules/electron/'] },
    },
    {
      name: 'renderer-no-node',
      comment: 'The page has no Node.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-imports',
      comment: 'The main process knows no page.',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: ['^renderer/', '^tests/'] },
    },
    {
      name: 'preload-is-small',
      comment: 'The sandboxed preload carries channel names and types, nothing else.',
      severity: 'error',
      from: { path: '^electron/preload\\.ts$' },
      to: { pathNot: ['^shared/contract/(channels|errors)\\.ts$', '^node_modules/electron/'] },
    },
    onlyFrom(
      'one-door-fluent-ffmpeg',
      '^node_modules/(@types/)?fluent-ffmpeg/',
      ['^electron/media/ffmpeg/fluent-adapter\\.ts$'],
      'The archived wrapper has one importer.',
    ),
    onlyFrom(
      'one-door-sqlite',
      '^node_modules/(@types/)?better-sqlite3/',
      ['^electron/db/', '\\.repo\\.ts$'],
      'SQL lives in db/ and repos.',
    ),
    onlyFrom(
      'one-door-video-js',
      '^node_modules/video\\.js/',
      ['^renderer/features/player/'],
      'One feature plays.',
    ),
    {
      name: 'no-feature-reaches-into-another',
      comment:
        'What two features need moves to shared/domain, electron/media, electron/db, or is handed in by services.ts.',
      severity: 'error',
      from: { path: '^electron/features/([^/]+)/' },
      to: { path: '^electron/features/([^/]+)/', pathNot: '^electron/features/$1/' },
    },
    {
      name: 'page-features-meet-at-the-door',
      comment: 'A feature of the page uses another only through its index.ts.',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/([^/]+)/', pathNot: ['^renderer/features/$1/', '/index\\.ts$'] },
    },
    {
      name: 'ui-knows-no-feature',
      comment: 'The design system and the api stand below the features.',
      severity: 'error',
      from: { path: '^renderer/(ui|api)/' },
      to: { path: '^renderer/(features|app)/' },
    },
    {
      name: 'media-and-db-know-no-feature',
      severity: 'error',
      from: { path: '^electron/(media|db|jobs|ipc)/' },
      to: { path: '^electron/(features|services|main)' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist)/' },
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts', '.css'],
    },
  },
};
