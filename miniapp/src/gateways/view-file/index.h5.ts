/** Shows pictures as large as the screen, one of them first. */
export const viewPictures = (urls: readonly string[], first: string): void => {
  import('./viewer').then(({ showPictures }) => showPictures(urls, first)).catch(() => undefined)
}

/** Hands a document over: a browser downloads it. */
export const openDocument = (url: string, name: string): void => {
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
}

/** Where a picture of the service is shown from: the app and its files are of one origin, or the link says so. */
export const shownAt = (url: string): string => url
