/** How long the first answer waits for those asked at the same time. */
const WAIT_MS = 120

let asking = 0
let waiting: (() => void)[] = []
let timer: ReturnType<typeof setTimeout> | undefined

const showAll = (): void => {
  clearTimeout(timer)
  timer = undefined
  const all = waiting
  waiting = []
  all.forEach((show) => show())
}

/** Shows an answer together with others that come close to it: one drawing of the page instead of one for each. */
export const shownTogether = (answer: Promise<() => void>): void => {
  asking += 1
  void answer.then((show) => {
    asking -= 1
    waiting.push(show)
    if (asking === 0) showAll()
    else timer ??= setTimeout(showAll, WAIT_MS)
  })
}
