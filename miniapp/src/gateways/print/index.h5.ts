const MM = 96 / 25.4

/** The roll is cut where the paper ends: its page is as long as what stands on it. */
const rollPage = (): HTMLStyleElement | undefined => {
  const roll = Array.from(document.querySelectorAll<HTMLElement>('.paper.is-roll')).find(
    ({ offsetParent }) => offsetParent !== null,
  )
  if (!roll) return undefined
  const style = document.createElement('style')
  style.textContent = `@page { size: 80mm ${Math.ceil(roll.offsetHeight / MM) + 1}mm; margin: 0 }`
  document.head.append(style)
  return style
}

/** Opens the print dialog for what is shown; undefined where the platform cannot print. */
export const print: (() => void) | undefined = () => {
  const style = rollPage()
  if (style) window.addEventListener('afterprint', () => style.remove(), { once: true })
  window.print()
}
