import { copy } from '../clipboard'

export interface Shared {
  title: string
  /** Page and query inside the app, without the leading slash. */
  path: string
}

/** Hands an address to the phone's share sheet, or copies it. */
export const share = ({ title, path }: Shared): void => {
  const url = `${window.location.origin}${window.location.pathname}#/${path}`
  if (navigator.share) navigator.share({ title, url }).catch(() => undefined)
  else copy(url)
}

/** In a browser the button calls `share`; nothing to prepare. */
export const useShareCard = (_: () => Shared): void => undefined
/** WeChat shares only through its own button. */
export const sharesByOwnButton = false
