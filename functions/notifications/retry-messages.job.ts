import { withKeys } from '../platform/key-ring'
import { log } from '../platform/log'
import { messagesDue } from './receipt-store'
import { tellByWechat } from './tell-by-wechat'

/** Tries again what is due by now, and settles tries that were broken off; answers how many messages it looked at. */
export async function retryMessages(now: Date): Promise<number> {
  let looked = 0
  for await (const key of messagesDue(now)) {
    looked += 1
    await tellByWechat(key, now).catch((error: unknown) =>
      log.error('a message was not tried again', { error: error as Error }),
    )
  }
  return looked
}

/** Runs every minute; without anything due it is one query. */
export const handler = withKeys(async (): Promise<void> => {
  await retryMessages(new Date())
})
