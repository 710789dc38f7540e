import { idNumberTrouble, readIdNumber } from '@one-window/shared/identity/identity'

// 11010519491231002X is the example of GB 11643
test.each([
  ['11010519491231002X', undefined],
  ['11010519491231002x', undefined],
  ['１１０１０５１９４９１２３１００２Ｘ', undefined],
  ['1101 0519 4912 3100 2X', undefined],
  ['110105194912310021', /和最后一位对不上/],
  ['11010519491231020X', /和最后一位对不上/],
  ['11010519490631002X', /没有这一天/],
  ['11010519490230002X', /没有这一天/],
  ['1101051949123100', /现在填了16位/],
  ['11010519491231002XX', /现在填了19位/],
  ['1101051949X231002X', /最后一位可能是X/],
  ['01010519491231002X', /照着证件/],
])('%s', (typed, words) => {
  const trouble = idNumberTrouble(readIdNumber(typed))
  if (words) expect(trouble).toMatch(words)
  else expect(trouble).toBeUndefined()
})
