import { hasAgreed, noticeVersion } from '@one-window/shared/identity/notice'
import { store, stored } from '@/gateways/storage'

const KEY = 'agreed'

/** Whether the notice as it stands was agreed to on this phone; says nothing about who. */
export const agreedHere = {
  is: (): boolean => hasAgreed(stored<string>(KEY)),
  remember: (): void => store(KEY, noticeVersion),
}
