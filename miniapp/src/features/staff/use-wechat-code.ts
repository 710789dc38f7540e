import { useState } from 'react'
import { Unreachable, type Trouble } from '@/gateways/refusal'
import { wechatCode } from '@/gateways/wechat-login'

/** Asks WeChat for a code that the service may use once; without one `trouble` says so. */
export function useWechatCode() {
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const ask = async (): Promise<string | undefined> => {
    if (!wechatCode || busy) return undefined
    setBusy(true)
    setTrouble(undefined)
    try {
      return await wechatCode()
    } catch {
      setTrouble(new Unreachable())
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { ask, busy, trouble, there: wechatCode !== undefined }
}
