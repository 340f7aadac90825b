/** The arrows of ARCHITECTURE.md: specs -> schemas -> fixtures -> tests, schemas -> reports, cli on top. */
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    forbid('no-circles', {}, { circular: true }, 'Data flows one way.'),
    forbid(
      'schemas-import-no-layer',
      { path: '^schemas/' },
      { path: '^(fixtures|tests|reports|cli|bench)/' },
      'Schemas stand below everything.',
    ),
    forbid(
      'fixtures-import-schemas-only',
      { path: '^fixtures/' },
      { path: '^(tests|reports|cli|bench)/' },
      'Fixtures know schemas only.',
    ),
    forbid(
      'reports-import-schemas-only',
      { path: '^reports/' },
      { path: '^(fixtures|tests|cli|bench)/' },
      'A report is made from results alone.',
    ),
    forbid(
      'tests-do-not-import-cli',
      { path: '^tests/' },
      { path: '^(cli|bench)/', dependencyTypesNot: ['type-only'] },
      'The command line is tested by running it.',
    ),
    forbid(
      'emulator-imports-schemas-only',
      { path: '^fixtures/emulator/' },
      { path: '^fixtures/', pathNot: '^fixtures/emulator/' },
      'A server that shares code with its judge proves nothing.',
    ),
    forbid(
      'nobody-looks-inside-the-emulator',
      { pathNot: '^fixtures/emulator/' },
      { path: '^fixtures/emulator/', pathNot: '^fixtures/emulator/index\\.ts$' },
      'The emulator is seen through its index alone.',
    ),
    forbid(
      'judges-do-not-know-the-emulator',
      { path: '^(fixtures/(checks|model|arbitraries)|tests/conformance)/' },
      { path: '^fixtures/emulator/' },
      'What judges any endpoint knows none.',
    ),
    forbid(
      'generate-is-for-the-build',
      { pathNot: '^(schemas/generate/|tests/harness/(spec|profile)-mistakes)' },
      { path: '^schemas/generate/' },
      'Specs are read at build time; two tests break them on purpose.',
    ),
    forbid(
      'production-needs-no-dev-package',
      { path: '^(schemas/(?!generate/)|fixtures|reports|cli|tests/conformance)' },
      { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types' },
      'The package is installed without them.',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|schemas/generated)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
