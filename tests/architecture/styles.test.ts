import { filesIn, textOf } from '../support/source-files'

/** In the browser the styles of every page that was opened stay: a word for a class is one component's. */
test('a class is drawn in one file', () => {
  const drawnIn = new Map<string, Set<string>>()
  for (const file of filesIn('miniapp/src').filter((each) => each.endsWith('.scss')))
    for (const [, name] of textOf(file).matchAll(/^\.([\w-]+)(?: \{|,)$/gm))
      drawnIn.set(name!, (drawnIn.get(name!) ?? new Set()).add(file))
  expect(drawnIn.size).toBeGreaterThan(300)
  // the page itself and its reading sizes are known to all
  const twice = [...drawnIn].flatMap(([name, files]) =>
    files.size > 1 && !files.has('miniapp/src/styles/tokens.scss')
      ? [`.${name} ${[...files].join(' ')}`]
      : [],
  )
  expect(twice).toEqual([])
})
