import {
  fileFormWords,
  FileForm,
  FilePurpose,
  FileRefusal,
  fileRefusalWords,
  FileTrust,
  fileTrustWords,
} from '@one-window/shared/files/file'
import { maySeeFile } from '@one-window/shared/files/may-see'
import { fileTrouble, mayHandIn, tidyName, trustOf } from '@one-window/shared/files/may-upload'
import { Role } from '@one-window/shared/foundation/roles'
import { matrix } from '@one-window/shared/identity/matrix'

test('what each role may hand in', () => {
  const table = Object.fromEntries(
    Role.options.map((role) => [role, FilePurpose.options.filter((purpose) => mayHandIn(role, purpose))]),
  )
  expect(table).toEqual({
    resident: ['material', 'evidence'],
    'window-staff': ['material', 'evidence', 'result'],
    director: ['material', 'evidence', 'opinion', 'result', 'table'],
    approver: ['evidence', 'opinion'],
    leader: ['opinion'],
    supervisor: ['evidence'],
    inspector: [],
    admin: ['table'],
  })
  // nobody is let in to hand in nothing
  for (const role of Role.options)
    expect([role, table[role]!.length > 0]).toEqual([role, role in matrix.uploadFile])
})

test('what the desk photographs was before it, what a resident photographs is still to be checked', () => {
  expect(Role.options.map(trustOf).join('')).toBe('CBBBBBBB')
  for (const words of [
    ...FileTrust.options.map((each) => fileTrustWords[each]),
    ...FileForm.options.map((each) => fileFormWords[each]),
  ])
    expect(words).toMatch(/[\u4e00-\u9fff]/)
})

test('every refusal says what to do next', () => {
  for (const refusal of FileRefusal.options) expect(fileRefusalWords[refusal]).toMatch(/，.*(请|到|换|传)/)
})

test.each([
  ['户口本.jpg', '户口本.jpg'],
  ['C:\\照片\\a.jpg', 'a.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['..htaccess', 'htaccess'],
  ['a<b>:"|?*.png', 'ab.png'],
])('the name %s is kept as %s', (name, kept) => expect(tidyName(name)).toBe(kept))

test.each([
  ['照片2026.11.24.jpg', []],
  ['IMG_1.JPEG', []],
  ['营业执照.正本.jpg', []],
  ['a.pdf.jpg', ['/name']],
  ['a.jpg.exe', ['/name']],
])('%s: %j', (name, pointers) =>
  expect(
    fileTrouble({ name, type: 'image/jpeg', size: 9, purpose: 'material' }).map(({ pointer }) => pointer),
  ).toEqual(pointers),
)

test('a long name is read in no time', () => {
  const began = performance.now()
  for (const name of ['.a'.repeat(25_000), '..'.repeat(25_000), '.aaaaa'.repeat(8000)])
    fileTrouble({ name, type: 'image/jpeg', size: 9, purpose: 'material' })
  expect(performance.now() - began).toBeLessThan(200)
})

describe('who may see a file', () => {
  const caller = (role: Role, personId: string, ...hallIds: string[]) => ({
    role,
    personId,
    hallIds,
    stationIds: [],
    offices: [],
    sessionId: '',
  })
  const loose = { hallId: 'yonghe', uploaderId: 'r1' }
  const handedIn = { ...loose, of: 'case:1' }
  test.each([
    ['resident', 'r1', true, true],
    ['resident', 'r2', false, false],
    ['window-staff', 'w1', false, true],
    ['director', 'd1', false, true],
    ['approver', 'a1', false, false],
    ['supervisor', 's1', false, false],
    ['inspector', 'i1', false, false],
  ] as const)('%s %s', (role, personId, seesLoose, seesHandedIn) => {
    const who = caller(role, personId, ...(role === 'resident' ? [] : ['yonghe']))
    expect([maySeeFile(loose, who), maySeeFile(handedIn, who)]).toEqual([seesLoose, seesHandedIn])
    expect(maySeeFile({ ...handedIn, hallId: 'kaiyun' }, who)).toBe(personId === 'r1')
  })
})
