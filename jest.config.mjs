export default {
  rootDir: '.',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j)sx?$|^.+\\.mjs$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!(jose|uqr|@sparticuz)/)'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'cjs', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/miniapp/dist', '<rootDir>/.build', '<rootDir>/.data'],
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  // each suite has a server and a database of its own in its process: one for every core
  maxWorkers: '100%',
  testTimeout: 20000,
}
