/** Hands a text to the person as a file: a browser downloads it. Answers what has happened, in words. */
export const saveFile = async (name: string, text: string): Promise<string> => {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
  return '下载好了，在浏览器的“下载”里'
}

/** The app keeps nothing of a download. */
export const dropFile = (): void => undefined

/** Hands a workbook (XLSX in base64) to the person: a browser downloads it. Answers what has happened, in words. */
export const saveWorkbook = async (name: string, base64: string): Promise<string> => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const url = URL.createObjectURL(
    new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  )
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
  return '导出好了，在浏览器的“下载”里'
}
