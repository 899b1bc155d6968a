// Who may import whom. Imports run one way:
//   entrypoints -> platform, page, components -> agent -> planners, actions, guard, recipes, trajectories
// tests/architecture plants one forbidden import per room and expects an objection to each.

/** Rooms of lib/ that each room may import from (besides itself), single files of others, and the npm packages it may use. */
const ROOMS = {
  trajectories: { rooms: [], packages: ['zod'] },
  actions: { rooms: ['trajectories'], packages: ['zod'] },
  guard: { rooms: ['actions', 'trajectories'], packages: ['zod'] },
  recipes: { rooms: ['actions', 'trajectories'], packages: ['zod'] },
  planners: { rooms: ['actions', 'recipes', 'trajectories'], packages: ['zod', 'openai', 'jsonrepair'] },
  agent: { rooms: ['planners', 'actions', 'guard', 'recipes', 'trajectories'], packages: ['zod'] },
  page: {
    rooms: [],
    files: ['lib/trajectories/estimate-tokens.ts'],
    packages: ['@mozilla/readability'],
    typesFromAnyRoom: true,
  },
  platform: {
    rooms: ['agent', 'planners', 'actions', 'guard', 'recipes', 'trajectories'],
    packages: ['zod', 'dexie', 'webextension-polyfill', 'openai'],
    typesFromAnyRoom: true,
    words: true,
  },
};

/** Values for views come from these rooms; types may come from any pure room. */
const ROOMS_FOR_COMPONENTS = ['agent', 'trajectories', 'recipes', 'guard'];
const PACKAGES_FOR_COMPONENTS = ['preact', '@preact/signals', '@wxt-dev/i18n'];

const PURE_ROOMS = ['agent', 'actions', 'planners', 'guard', 'recipes', 'trajectories'];

function anyOf(names) {
  return `(${names.map((name) => name.replace(/[/.-]/g, '\\$&')).join('|')})`;
}

/** Matches a package however it resolves: in node_modules, or not at all. */
function packagePath(names) {
  return `(^|node_modules/)${anyOf(names)}(/|$)`;
}

const TYPE_ONLY = { dependencyTypesNot: ['type-only'] };

/** The generated module that holds the texts of the user interface. */
const WORDS = '^(#i18n$|\\.wxt/i18n/)';
/** Also a relative path that leads nowhere: another rule objects to that. */
const OUR_FILES = '^(\\.{1,2}/(?!.*node_modules)|(lib|components|entrypoints|tests|scripts)/)';

function roomRules([room, { rooms, files = [], packages, typesFromAnyRoom = false, words = false }]) {
  const allowed = [...(packages.length > 0 ? [packagePath(packages)] : []), ...(words ? [WORDS] : [])];
  return [
    {
      name: `${room}-imports-its-rooms-only`,
      severity: 'error',
      from: { path: `^lib/${room}/` },
      to: {
        path: '^(lib|components|entrypoints|tests|scripts)/',
        pathNot: [`^lib/${anyOf([room, ...rooms])}/`, ...(files.length > 0 ? [`^${anyOf(files)}$`] : [])],
        ...(typesFromAnyRoom ? TYPE_ONLY : {}),
      },
    },
    {
      name: `${room}-uses-its-packages-only`,
      severity: 'error',
      from: { path: `^lib/${room}/` },
      to: {
        pathNot: [OUR_FILES, ...allowed],
        ...(typesFromAnyRoom ? TYPE_ONLY : {}),
      },
    },
  ];
}

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Files that import each other cannot be understood one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-import-of-nothing',
      severity: 'error',
      from: { pathNot: '^\\.wxt/' },
      to: { couldNotResolve: true, path: '^\\.{1,2}/' },
    },
    {
      name: 'no-orphans',
      comment: 'Nobody imports it and it imports nobody: delete it or wire it.',
      severity: 'error',
      from: { orphan: true, path: '^(lib|components)/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'lib-knows-nobody-above',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(components|entrypoints|tests|scripts)/' },
    },
    ...Object.entries(ROOMS).flatMap(roomRules),
    {
      name: 'only-platform-touches-the-browser-and-the-database',
      severity: 'error',
      from: { pathNot: '^(lib/platform|tests|scripts)/' },
      to: { path: packagePath(['webextension-polyfill', 'dexie']) },
    },
    {
      name: 'only-chat-model-imports-openai',
      severity: 'error',
      from: { pathNot: '^(lib/planners/chat-model/|lib/planners/chat-model\\.ts$|tests/)' },
      to: { path: packagePath(['openai']) },
    },
    {
      name: 'components-take-values-from-pure-rooms-only',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        path: '^(lib|entrypoints|tests|scripts)/',
        pathNot: `^lib/${anyOf(ROOMS_FOR_COMPONENTS)}/`,
        ...TYPE_ONLY,
      },
    },
    {
      name: 'components-take-types-from-pure-rooms-only',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^(lib|entrypoints|tests|scripts)/', pathNot: `^lib/${anyOf(PURE_ROOMS)}/` },
    },
    {
      name: 'components-use-their-packages-only',
      severity: 'error',
      from: { path: '^components/' },
      to: {
        pathNot: [OUR_FILES, WORDS, packagePath(PACKAGES_FOR_COMPONENTS)],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-shipped-imports-tests',
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/' },
      to: { path: '^(tests|scripts)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.css', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
    },
  },
};
