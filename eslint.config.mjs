/** Who may import whom, and what code here does not do. The zones follow from one list: the folders of shared/. */
import fs from 'node:fs'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import { importX } from 'eslint-plugin-import-x'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const root = import.meta.dirname
const foldersIn = (folder) =>
  fs
    .readdirSync(new URL(`${folder}/`, import.meta.url), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
    .map(({ name }) => name)

export const capabilities = foldersIn('shared').filter((name) => name !== 'foundation')
const journeys = foldersIn('miniapp/src/subpackages')

const zone = (target, from, message, except) => ({ target, from, message, ...(except && { except }) })
const each = (names, make) => names.flatMap(make)

const zones = [
  zone(
    './shared',
    ['./functions', './miniapp'],
    'shared/ decides and knows neither side; move what both need here.',
  ),
  zone('./functions', './miniapp', 'The two sides meet only in shared/.'),
  zone('./miniapp', './functions', 'The two sides meet only in shared/.'),
  ...each(capabilities, (name) => [
    zone('./shared/foundation', `./shared/${name}`, 'The foundation knows no capability.'),
    zone('./functions/platform', `./functions/${name}`, 'The platform knows HTTP and AWS, no capability.'),
    zone(
      './miniapp/src/components',
      `./shared/${name}`,
      'Components know no capability; pass words and values in.',
    ),
    ...each(
      capabilities.filter((other) => other !== name),
      (other) => [
        zone(`./functions/${name}`, `./functions/${other}`, `Ask ${other} through its public.ts.`, [
          './public.ts',
        ]),
      ],
    ),
  ]),
  zone('./functions/platform', './functions/local', 'What runs in the cloud knows nothing of the local run.'),
  zone(
    './miniapp/src/components',
    ['./miniapp/src/features', './miniapp/src/pages', './miniapp/src/subpackages'],
    'Components show; they know no feature and no page. Pass it in.',
  ),
  zone(
    './miniapp/src/components',
    './miniapp/src/gateways',
    'Components move between pages and follow the reading size; all else of the outside world is passed in.',
    ['./go.ts', './reading.ts', './platform'],
  ),
  zone(
    './miniapp/src/gateways',
    [
      './miniapp/src/features',
      './miniapp/src/components',
      './miniapp/src/pages',
      './miniapp/src/subpackages',
    ],
    'Gateways reach outside and know no screen.',
  ),
  zone(
    './miniapp/src/features',
    ['./miniapp/src/pages', './miniapp/src/subpackages'],
    'Pages compose features, never the other way round.',
  ),
  zone(
    './miniapp/src/pages',
    './miniapp/src/subpackages',
    'The main package loads no subpackage; share it as a feature.',
  ),
  ...each(journeys, (name) => [
    zone(
      `./miniapp/src/subpackages/${name}`,
      './miniapp/src/subpackages',
      'Subpackages are loaded one by one; share it as a feature.',
      [`./${name}`],
    ),
  ]),
]

const zodMessage = "`import * as z from 'zod/mini'`: the whole of zod costs hundreds of KB."
const banned = {
  zod: [{ name: 'zod', message: zodMessage }],
  database: {
    group: ['dynamoose', 'dynamoose/*', '@aws-sdk/*'],
    message: 'Only *-store.ts and platform/dynamo.ts know the database.',
  },
  web: {
    group: ['hono', 'hono/*', '@hono/*', 'serverless-http'],
    message: 'Only platform/app.ts and functions/api.ts know the web framework.',
  },
  node: { group: ['node:*'], message: 'shared/ is pure: no I/O.' },
}
const imports = (paths, patterns) => ({ 'no-restricted-imports': ['error', { paths, patterns }] })

const named = {
  selector:
    "ImportDeclaration[source.value='zod/mini'] > :matches(ImportSpecifier[imported.name='z'], ImportDefaultSpecifier)",
  message: zodMessage,
}
const clock = [
  named,
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'What time it is comes in as an argument.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'What time it is comes in as an argument.',
  },
]
const outside = [
  named,
  {
    selector: "CallExpression[callee.name='fetch']",
    message: 'Only gateways/ touch the network.',
  },
  {
    selector:
      "MemberExpression[object.name='Taro'][property.name=/^(request|uploadFile|downloadFile|connectSocket)$/]",
    message: 'Only gateways/ touch the network.',
  },
  {
    selector: "MemberExpression[object.name='Taro'][property.name=/Storage/]",
    message: 'Only gateways/ touch storage.',
  },
  {
    selector: 'MemberExpression[object.name=/^(wx|localStorage|sessionStorage|window|document)$/]',
    message: 'Only gateways/ touch what differs between platforms.',
  },
]

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '.build', '.data', 'coverage', 'tests/**/fixtures', 'docs'] },
  { linterOptions: { noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver-next': [
        createTypeScriptImportResolver({
          noWarnOnMultipleProjects: true,
          project: [
            'shared/tsconfig.json',
            'functions/tsconfig.json',
            'miniapp/tsconfig.json',
            'tests/tsconfig.json',
          ],
        }),
      ],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { basePath: root, zones }],
      'import-x/no-cycle': 'error',
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      ...imports(banned.zod, []),
    },
  },
  {
    files: ['shared/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock], ...imports(banned.zod, [banned.node]) },
  },
  {
    files: ['functions/**/*.ts'],
    ignores: ['functions/local/**', 'functions/local.ts', 'functions/api.ts', 'functions/platform/app.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...clock],
      ...imports(banned.zod, [banned.database, banned.web]),
    },
  },
  {
    files: ['functions/**/*-store.ts', 'functions/platform/dynamo.ts', 'functions/reseal.ts'],
    rules: imports(banned.zod, [banned.web]),
  },
  {
    // the entries of the cloud read the clock and hand it on
    files: ['functions/**/*.job.ts', 'functions/**/*.stream.ts', 'functions/**/*.bucket.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['miniapp/src/**/*.{ts,tsx}'],
    ignores: ['miniapp/src/gateways/**'],
    rules: { 'no-restricted-syntax': ['error', ...outside] },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      ...imports([], []),
      'no-console': 'off',
      // answers of the API are asserted field by field
      '@typescript-eslint/no-explicit-any': 'off',
    },
  },
)
