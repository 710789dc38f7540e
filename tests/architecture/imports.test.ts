/** The import zones hold, proven by code that breaks each of them. */
import { spawnSync } from 'node:child_process'
import { root } from '../support/source-files'

interface Message {
  ruleId: string
  message: string
}

/** Lints a text as if it stood in an existing file. */
function lint(file: string, code: string): Message[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/eslint/bin/eslint.js', '--stdin', '--stdin-filename', file, '--format', 'json'],
    { cwd: root, input: code, encoding: 'utf8' },
  )
  if (stdout === '') throw new Error(stderr)
  return (JSON.parse(stdout) as { messages: Message[] }[])[0]!.messages
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

test.each(broken)(
  '%s: refused',
  (_, file, code, words) => {
    const said = lint(file, `${code}\n`).map(({ message }) => message)
    expect(said.some((message) => words.test(message))).toBe(true)
  },
  60_000,
)
