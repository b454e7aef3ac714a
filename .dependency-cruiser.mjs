// Who may import whom. Each comment names the right door.
const OURS = 'app|bench|cli|components|corpus|db|e2e|scripts';
const TESTS = '(\\.(test|testing)\\.tsx?$|(^|/)testing/|^e2e/|^bench/|^scripts/)';

/** Refuses, from the folder, all of our folders but those that are allowed and app, which none may import. */
function only(folder, allowed, comment) {
  const others = OURS.split('|').filter(
    (name) => ![folder, 'app'].includes(name) && !allowed.includes(name),
  );
  return {
    name: `${folder}-imports-${allowed.join('-and-') || 'nothing-of-ours'}`,
    severity: 'error',
    comment,
    from: { path: `^${folder}/` },
    to: { path: `^(${others.join('|')})/` },
  };
}

export default {
  forbidden: [
    only(
      'corpus',
      [],
      'corpus is the ground that all else stands on: move what you need down into corpus, or pass it in as an argument.',
    ),
    only(
      'db',
      ['corpus'],
      'db knows only corpus: a shared type belongs in corpus, and what a page needs is loaded by app from db/queries.',
    ),
    only(
      'components',
      ['corpus'],
      'components get data and actions as props: load it in app/ and pass it in; a type that both need belongs in corpus.',
    ),
    only(
      'cli',
      ['corpus', 'db', 'components'],
      'the command line uses db and corpus as the pages do: move what both need out of app into db or corpus.',
    ),
    only(
      'app',
      ['corpus', 'db', 'components'],
      'app is made of components, db and corpus: the command line, tests and tools stand beside it.',
    ),
    {
      name: 'nothing-imports-app',
      severity: 'error',
      comment:
        'app only joins things together: move what you need into components, db or corpus and import it there.',
      from: { pathNot: '^(app/|proxy\\.ts$|instrumentation(-client)?\\.ts$|\\.next/)' },
      to: { path: '^app/' },
    },
    {
      name: 'ui-knows-no-word-of-the-domain',
      severity: 'error',
      comment:
        'components/ui is used by all other folders and knows none of them: pass what differs in as props, or put the component into the folder of its word.',
      from: { path: '^components/ui/' },
      to: { path: '^components/(?!ui/)' },
    },
    {
      name: 'corpus-is-framework-free',
      severity: 'error',
      comment:
        'corpus runs anywhere: React and Next belong in components and app, the database in db.',
      from: { path: '^corpus/', pathNot: TESTS },
      to: {
        path: '(^|/)node_modules/(@types/)?(react|react-dom|next|better-sqlite3|drizzle-orm)/',
      },
    },
    {
      name: 'db-shows-no-pages',
      severity: 'error',
      comment: 'db reads and writes: what shows it belongs in components, what serves it in app.',
      from: { path: '^db/' },
      to: { path: '(^|/)node_modules/(@types/)?(react|react-dom|next)/' },
    },
    {
      name: 'components-run-in-the-browser',
      severity: 'error',
      comment:
        'components run in the browser: do the work with files, processes and the database in app or db, and pass the outcome in.',
      from: { path: '^components/', pathNot: TESTS },
      to: { path: '(^|/)node_modules/(@types/)?(better-sqlite3|drizzle-orm)/' },
    },
    {
      name: 'components-use-no-node',
      severity: 'error',
      comment:
        'components run in the browser, which has no node: modules: do this in app or db and pass the outcome in.',
      from: { path: '^components/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      comment: 'what the product needs too belongs beside the product code, not in tests.',
      from: { path: `^(${OURS})/`, pathNot: TESTS },
      to: { path: ['\\.(test|testing)\\.tsx?$', '^db/testing/'] },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      comment: 'move the package to "dependencies" in package.json when the product needs it.',
      from: {
        path: '^(app|cli|components|corpus|db)/',
        pathNot: [TESTS, '^db/drizzle\\.config\\.ts$'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '/@types/' },
    },
    {
      name: 'no-circle',
      severity: 'error',
      comment:
        'files that import each other cannot be understood or tested one by one: move what both need into a third one.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      severity: 'error',
      comment: 'the imported file or package is not there.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    doNotFollow: { path: '(^|/)(node_modules|\\.next)/' },
    exclude: { path: '\\.module\\.css$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
