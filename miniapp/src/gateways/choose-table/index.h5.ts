/** A table that the person has picked; what it is depends on the platform and matters to whoever sends it. */
export interface ChosenTable {
  name: string
  size: number
  /** A file of the browser, or a path of WeChat. */
  source: File | string
}

/** Lets the person pick a spreadsheet; undefined when they change their mind. */
export const chooseTable = (): Promise<ChosenTable | undefined> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.xlsx'
    input.addEventListener('cancel', () => resolve(undefined))
    input.addEventListener('change', () => {
      const file = input.files?.[0]
      resolve(file && { name: file.name, size: file.size, source: file })
    })
    input.click()
  })
