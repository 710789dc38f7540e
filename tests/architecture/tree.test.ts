import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { filesIn, root, textOf } from '../support/source-files'

const LONGEST = 250
const sources = filesIn('shared', 'functions', 'miniapp', 'tests').filter((file) =>
  /\.(ts|tsx|js|mjs|scss)$/.test(file),
)
const readable = [
  ...sources,
  ...filesIn('docs', '.ci').filter((file) => !/\.(png|jpg|webp)$/.test(file)),
  ...[
    'README.md',
    'package.json',
    'package-lock.json',
    'serverless.yml',
    'jest.config.mjs',
    'eslint.config.mjs',
  ],
  ...['shared', 'functions', 'miniapp'].map((folder) => `${folder}/package.json`),
]

test('the tree is read', () => {
  expect(sources.length).toBeGreaterThan(150)
})

test(`no file is longer than ${LONGEST} lines without a reason at its top`, () => {
  const long = sources.filter((file) => {
    const lines = textOf(file).split('\n')
    return lines.length - 1 > LONGEST && !/longer than 250 lines/.test(lines.slice(0, 8).join('\n'))
  })
  expect(long).toEqual([])
})

test('no drawers: a folder or file says what it holds', () => {
  const drawers = /^(utils?|common|helpers?|misc|types|lib|get|index2)$/
  const found = sources.filter((file) =>
    [...dirname(file).split('/'), basename(file).replace(/\..*$/, '')].some((name) => drawers.test(name)),
  )
  expect(found.filter((file) => file !== 'miniapp/types/global.d.ts')).toEqual([])
})

test('names are kebab-case', () => {
  expect(sources.filter((file) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(basename(file)))).toEqual([])
})

// written in parts, so that this file does not find itself
const unwanted: [string, RegExp][] = [
  ['a path of somebody’s machine', new RegExp('(^|[\\s\'"`(=:])/(wo' + 'rk|home|Users)/[a-z]')],
  ['the address of a registry', new RegExp('https?://[^ "\']*(regis' + 'try|art' + 'ifactory|nex' + 'us)')],
  ['work put off', new RegExp('\\b(TO' + 'DO|FIX' + 'ME|XX' + 'X)\\b')],
  [
    'a check switched off',
    new RegExp('(esl' + 'int-disable|@ts-' + 'ignore|@ts-' + 'nocheck|prettier-' + 'ignore)'),
  ],
  [
    'a test that does not run',
    new RegExp(
      '\\b(test|it|describe)\\.(on' + 'ly|sk' + 'ip|to' + 'do|fail' + 'ing)\\(|\\bx(test|it|describe)\\(',
    ),
  ],
]
test.each(unwanted)('nowhere %s', (_, pattern) => {
  const found = readable.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1} ${line.trim().slice(0, 120)}`] : [])),
  )
  expect(found).toEqual([])
})

test('every path that README and docs name exists', () => {
  const stale = ['README.md', ...filesIn('docs')]
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [
        ...textOf(file).matchAll(
          /`((?:shared|functions|miniapp|tests|docs|\.ci)\/[^`\s]*)`|\]\((?!http)([^)#\s]+)\)/g,
        ),
      ]
        .map((match) => match[1] ?? join(dirname(file), match[2]!))
        .filter((path) => !/[<>*{…]/.test(path) && !existsSync(join(root, path)))
        .map((path) => `${file}: ${path}`),
    )
  expect(stale).toEqual([])
})
