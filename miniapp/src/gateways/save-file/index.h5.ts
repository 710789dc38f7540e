import { XLSX } from '@one-window/shared/files/may-upload'

const download = (name: string, blob: Blob): string => {
  const url = URL.createObjectURL(blob)
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

const download64 = (name: string, base64: string, type: string): string => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return download(name, new Blob([bytes], { type }))
}

/** Hands a workbook (base64) to the person. Answers what has happened, in words. */
export const saveWorkbook = async (name: string, base64: string): Promise<string> =>
  download64(name, base64, XLSX)

/** Hands a PDF (base64) to the person. Answers what has happened, in words. */
export const openPdf = async (name: string, base64: string): Promise<string> =>
  download64(name, base64, 'application/pdf')

/** The app keeps nothing of a download. */
export const dropFile = (): void => undefined
