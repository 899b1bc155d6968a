import tseslint from 'typescript-eslint';

const PURE_ROOMS = ['agent', 'actions', 'planners', 'guard', 'recipes', 'trajectories'];
const PURE_FILES = PURE_ROOMS.map((room) => `lib/${room}/**/*.{ts,tsx}`);
const PAGE_FILES = ['lib/page/**/*.{ts,tsx}'];
const SHIPPED_FILES = ['lib/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}'];

const THROUGH_A_PORT = 'A pure room gets this through a port (lib/agent/ports.ts).';
const NOT_IN_THE_PAGE = 'The page room is DOM only: no extension API, no network, no storage.';

function banGlobals(names, message) {
  return ['error', ...names.map((name) => ({ name, message }))];
}

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only; default exports are for configuration and entrypoints.',
};

const NO_CLOCK_OR_CHANCE = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
    message: THROUGH_A_PORT,
  },
  {
    selector: 'ImportExpression[source.value=/^node:/], ImportDeclaration[source.value=/^node:/]',
    message: THROUGH_A_PORT,
  },
];

const PURE_GLOBALS =
  'globalThis self window document navigator location chrome browser fetch XMLHttpRequest WebSocket EventSource indexedDB caches localStorage sessionStorage crypto performance setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame requestIdleCallback process'.split(
    ' ',
  );

const PAGE_GLOBALS =
  'chrome browser fetch XMLHttpRequest WebSocket EventSource indexedDB caches localStorage sessionStorage process'.split(
    ' ',
  );

export default tseslint.config(
  { ignores: ['node_modules', '.output', '.wxt', '.cache', 'test-results', 'playwright-report'] },
  tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // TypeScript finds undefined names itself, and knows each room's globals.
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    files: SHIPPED_FILES,
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  {
    files: [...SHIPPED_FILES, 'tests/**/*.ts'],
    ignores: ['entrypoints/**', '**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT] },
  },
  {
    files: PURE_FILES,
    rules: {
      'no-restricted-globals': banGlobals(PURE_GLOBALS, THROUGH_A_PORT),
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: THROUGH_A_PORT },
        { object: 'Math', property: 'random', message: THROUGH_A_PORT },
        { object: 'AbortSignal', property: 'timeout', message: THROUGH_A_PORT },
      ],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...NO_CLOCK_OR_CHANCE],
    },
  },
  { files: PAGE_FILES, rules: { 'no-restricted-globals': banGlobals(PAGE_GLOBALS, NOT_IN_THE_PAGE) } },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
