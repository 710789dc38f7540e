/** The import zones hold, proven by code that breaks each of them. */
import { spawnSync } from 'node:child_process'
import { root } from '../support/source-files'

interface Sample {
  filePath: string
  code: string
}

/** Lints each text as if it stood in an existing file; one process for all, because starting is the slow part. */
const LINT = `
const { ESLint } = require('eslint')
const chunks = []
process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', async () => {
  const eslint = new ESLint({ overrideConfig: { files: ['**/*'], rules: { 'import-x/no-cycle': 'off' } } })
  const said = []
  for (const { code, filePath } of JSON.parse(Buffer.concat(chunks)))
    said.push((await eslint.lintText(code, { filePath }))[0].messages.map(({ message }) => message))
  process.stdout.write(JSON.stringify(said))
})`

function lint(samples: Sample[]): string[][] {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', LINT], {
    cwd: root,
    input: JSON.stringify(samples),
    encoding: 'utf8',
  })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as string[][]
}

const broken: [string, string, string, RegExp][] = [
  [
    'shared knows the server',
    'shared/booking/slots.ts',
    "import '../../functions/platform/log'",
    /knows neither side/,
  ],
  [
    'the app knows the server',
    'miniapp/src/gateways/api.ts',
    "import '../../../functions/platform/log'",
    /meet only in shared/,
  ],
  [
    'the foundation knows a capability',
    'shared/foundation/calendar.ts',
    "import '../halls/halls'",
    /knows no capability/,
  ],
  [
    'the platform knows a capability',
    'functions/platform/log.ts',
    "import '../catalogue/public'",
    /no capability/,
  ],
  [
    'a store of another capability',
    'functions/ratings/index.ts',
    "import '../cases/case-store'",
    /through its public\.ts/,
  ],
  [
    'a component knows a feature',
    'miniapp/src/components/card/card.tsx',
    "import '../../features/foundation/states'",
    /no feature/,
  ],
  [
    'a component knows the network',
    'miniapp/src/components/card/card.tsx',
    "import '../../gateways/api'",
    /passed in/,
  ],
  [
    'a subpackage loads another',
    'miniapp/src/subpackages/booking/slots.tsx',
    "import '../guide/index'",
    /one by one/,
  ],
  [
    'an endpoint knows the database',
    'functions/identity/who-am-i.ts',
    "import 'dynamoose'",
    /know the database/,
  ],
  ['an endpoint knows the web framework', 'functions/identity/who-am-i.ts', "import 'hono'", /web framework/],
  ['shared does input or output', 'shared/booking/slots.ts', "import 'node:fs'", /pure/],
  ['the whole of zod', 'shared/booking/slots.ts', "import { z } from 'zod'\nz", /zod\/mini/],
  ['a rule reads the clock', 'shared/booking/slots.ts', 'export const now = new Date()', /as an argument/],
  [
    'an endpoint reads the clock',
    'functions/identity/who-am-i.ts',
    'export const now = Date.now()',
    /as an argument/,
  ],
  ['a page asks the network', 'miniapp/src/pages/mine/index.tsx', "void fetch('/')", /Only gateways/],
  [
    'a check switched off in a comment',
    'shared/booking/slots.ts',
    '/* eslint-' + 'disable */\nexport const now = new Date()',
    /as an argument/,
  ],
]

let said: string[][] = []
beforeAll(() => {
  said = lint(broken.map(([, filePath, code]) => ({ filePath, code: `${code}\n` })))
}, 120_000)

test.each(broken.map(([what, , , words], place) => [what, words, place] as const))(
  '%s: refused',
  (_, words, place) => {
    expect(said[place]!.some((message) => words.test(message))).toBe(true)
  },
)

test('what keeps to the zones is not refused: the tests above can fail', () => {
  expect(lint([{ filePath: 'functions/ratings/index.ts', code: "import '../cases/public'\n" }])).toEqual([[]])
}, 60_000)
