/** What `npm run staff:first` does: the code of an administrator whom nobody inside can invite yet. */
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { defaultHallId, findHall } from '@one-window/shared/halls/halls'
import { PersonName } from '@one-window/shared/identity/fields'
import { Stopped } from './local/stopped'
import { withStore } from './local/with-store'

interface Asked {
  readonly dataFolder: string
  /** The name, then `--hall <id>` for each hall; the first hall of the product when none is named. */
  readonly words: readonly string[]
  readonly now: Date
  say(line: string): void
}

const USAGE = '用法：npm run staff:first -- 姓名 [--hall 大厅]'
const MOST_HALLS = 40

function read([first = '', ...words]: readonly string[]): { name: string; hallIds: string[] } {
  const { success, data: name } = PersonName.safeParse(first)
  if (!success || first.startsWith('--')) throw new Stopped(USAGE)
  const hallIds = new Set<string>()
  for (let at = 0; at < words.length; at += 2) {
    const value = words[at + 1] ?? ''
    if (words[at] !== '--hall' || !findHall(value)) throw new Stopped(USAGE)
    hallIds.add(value)
  }
  if (hallIds.size > MOST_HALLS) throw new Stopped(`一次最多${MOST_HALLS}个大厅`)
  return { name, hallIds: hallIds.size > 0 ? [...hallIds] : [defaultHallId] }
}

/** Says a code to tell the person; throws Stopped where two administrators are there to invite. */
export function staffFirst({ dataFolder, words, now, say }: Asked): Promise<void> {
  const { name, hallIds } = read(words)
  // it may be run before the product was ever started here
  if (!process.env.KMS_KEY_ID) mkdirSync(resolve(dataFolder), { recursive: true })
  return withStore(dataFolder, async () => {
    const { inviteFirstAdministrator } = await import('./staff/first-administrators')
    const { keysReady } = await import('./platform/key-ring')
    const { client } = await import('./platform/dynamo')
    try {
      await keysReady()
      const answer = await inviteFirstAdministrator(name, hallIds, now)
      if (!('refused' in answer)) {
        say(`${name}的邀请码：${answer.inviteCode}，三天内用一次。`)
        say('只显示这一次。请本人打开小程序，点“我的”里的“工作人员登录”，再点“第一次来，绑定微信”。')
      } else if (answer.refused === 'raced') throw new Stopped('刚刚有人同时在做，请再运行一次')
      else
        throw new Stopped(`${findHall(answer.refused)?.name ?? ''}已经有两位系统管理员，请他们在小程序里邀请`)
    } finally {
      client.destroy()
    }
  })
}
