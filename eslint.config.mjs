import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const TYPESCRIPT = ['**/*.ts', '**/*.tsx'];
const TESTS = ['**/*.test.ts', '**/*.test.tsx', '**/*.testing.ts', 'e2e/**', 'db/testing/**'];

const NO_MARKUP = {
  selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'Text is never rendered as markup: build elements from it.',
};
const ONE_WORDING = [
  'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]',
  'NewExpression[callee.object.name="Intl"][callee.property.name=/^(DateTime|Number)Format$/]',
].map((selector) => ({
  selector,
  message: 'Numbers, days and moments are written in one way: take it from corpus/wording.',
}));

// These serve the React compiler, which Stet does not use, or forbid what is right here: reading the
// latest props through a ref in an event handler, and taking over stored settings in an effect.
const COMPILER_RULES = [
  'incompatible-library',
  'preserve-manual-memoization',
  'unsupported-syntax',
  'config',
  'gating',
  'refs',
  'set-state-in-effect',
];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.next/',
      'data/',
      'next-env.d.ts',
      'test-results/',
      'screenshots/',
      'bench/results/',
    ],
  },
  {
    files: ['**/*.mjs', ...TYPESCRIPT],
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-constant-condition': 'error',
      'no-unreachable': 'error',
      'no-fallthrough': 'error',
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-restricted-syntax': ['error', NO_MARKUP],
    },
  },
  {
    files: ['app/**', 'cli/**', 'components/**', 'corpus/**', 'db/**'],
    ignores: [...TESTS, 'corpus/wording/**'],
    rules: { 'no-restricted-syntax': ['error', NO_MARKUP, ...ONE_WORDING] },
  },
  {
    files: ['**/*.mjs'],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_' }], 'no-undef': 'off' },
  },
  {
    files: TYPESCRIPT,
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // `!` is how an index that is proven to be in range is told to noUncheckedIndexedAccess.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Counting code points by spreading a string is meant: most exports want them.
      '@typescript-eslint/no-misused-spread': 'off',
      // Props are taken apart, and their functions are written as methods.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: ['app/**', 'components/**', 'db/**', 'corpus/**'],
    ignores: [...TESTS, 'db/prepare.ts'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['app/**/*.tsx', 'components/**/*.ts', 'components/**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs['recommended-latest'].rules,
      ...Object.fromEntries(COMPILER_RULES.map((name) => [`react-hooks/${name}`, 'off'])),
      'react-hooks/exhaustive-deps': 'error',
    },
  },
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Playwright reads a fixture's dependencies from the pattern `{}`, also where there are none.
    files: ['e2e/**'],
    rules: { 'no-empty-pattern': 'off' },
  },
);
