const download = (name: string, content: Blob): string => {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
  return '下载好了，在浏览器的“下载”里'
}

/** Hands a text to the person as a file: a browser downloads it. Answers what has happened, in words. */
export const saveFile = async (name: string, text: string): Promise<string> =>
  download(name, new Blob([text], { type: 'text/plain;charset=utf-8' }))

/** Hands a workbook to the person, its bytes in base64. Answers what has happened, in words. */
export const saveWorkbook = async (name: string, base64: string): Promise<string> =>
  download(name, new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))]))

/** The app keeps nothing of a download. */
export const dropFile = (): void => undefined
