import type { ClientKind } from '@one-window/shared/identity/session'

/** Where a session is used, as its owner says it. */
export const clientWords: Readonly<Record<ClientKind, string>> = {
  weapp: '微信小程序',
  h5: '浏览器',
  desk: '窗口的电脑',
  local: '本机试用',
}
