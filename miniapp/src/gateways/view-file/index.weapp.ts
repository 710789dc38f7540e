import Taro from '@tarojs/taro'
import { serverUrl } from '../server'

/** Where a picture of the service is shown from: what has no origin is the service's. */
export const shownAt = (url: string): string => (url.charAt(0) === '/' ? `${serverUrl}${url}` : url)

/** Shows pictures as large as the screen, one of them first. */
export const viewPictures = (urls: readonly string[], first: string): void => {
  Taro.previewImage({ urls: urls.map(shownAt), current: shownAt(first) }).catch(() => undefined)
}

/** Opens a document in WeChat's reader. */
export const openDocument = (url: string, _: string): void => {
  Taro.downloadFile({ url: shownAt(url) })
    .then(({ tempFilePath }) => Taro.openDocument({ filePath: tempFilePath, showMenu: true }))
    .catch(() => undefined)
}
