import { useShareAppMessage } from '@tarojs/taro'

export interface Shared {
  title: string
  /** Page and query inside the app, without the leading slash. */
  path: string
}

/** WeChat opens its share sheet by itself. */
export const share = (_: Shared): void => undefined

/** The card a family member receives. */
export const useShareCard = (shared: () => Shared): void => {
  useShareAppMessage(() => {
    const { title, path } = shared()
    return { title, path: `/${path}` }
  })
}
/** WeChat shares only through its own button. */
export const sharesByOwnButton = true
