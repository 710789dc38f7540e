import { pastedLines, repeated, slicesOf } from '../../../miniapp/src/features/entries/pasted'

const line = (caseNumber: string, platformNumber: string) => ({ caseNumber, platformNumber })

test.each<[string, string, ReturnType<typeof pastedLines>]>([
  [
    'two columns of a spreadsheet',
    'YH1\t4304231\r\nYH2\t4304232',
    [line('YH1', '4304231'), line('YH2', '4304232')],
  ],
  ['a head is left out', '办件编号\t平台编号\nYH1\t4304231', [line('YH1', '4304231')]],
  ['empty lines are left out', '\nYH1\t4304231\n\n', [line('YH1', '4304231')]],
  [
    'commas, also full-width, and blanks',
    'YH1,4304231\nYH2，4304232\nYH3  4304233',
    [line('YH1', '4304231'), line('YH2', '4304232'), line('YH3', '4304233')],
  ],
  ['a number that is missing stays a line of its own', 'YH1', [line('YH1', '')]],
  ['further columns are not looked at', 'YH1\t4304231\t已办结', [line('YH1', '4304231')]],
])('%s', (_, text, lines) => {
  expect(pastedLines(text)).toEqual(lines)
})

test('a case or a number that stands on two lines is nobody’s to guess, however it is written', () => {
  const lines = [
    line('YH-1', '4304231'),
    line('yh1', '4304232'),
    line('YH2', '４304233'),
    line('YH3', '4304233'),
  ]
  expect(repeated(lines)).toEqual([true, true, true, true])
  expect(repeated([line('YH1', '4304231'), line('YH2', '4304232')])).toEqual([false, false])
})

test('goes out in slices of a hundred, none lost', () => {
  const lines = Array.from({ length: 250 }, (_, at) => at)
  expect(slicesOf(lines).map(({ length }) => length)).toEqual([100, 100, 50])
  expect(slicesOf(lines).flat()).toEqual(lines)
})
