/** A resident's phone, in the words of a test. */
import type { LocalApp } from '../support/local-app'
import { launchMiniProgram, type MiniProgram } from '../support/weapp-runtime/node-host'
import type { TaroNode, WxOptions } from '../support/weapp-runtime/logic'

const start = Date.now()
/** So many hours later; the phone's own clock is the machine's. */
export const after = (hours: number): string => new Date(start + hours * 3_600_000).toISOString()

let people = 0
/** A phone whose WeChat is somebody nobody knows yet. */
export const newPhone = (dist: string, app: LocalApp): MiniProgram => {
  const mini = launchMiniProgram(dist, { api: app.url })
  const openid = `o-resident-${++people}`.padEnd(28, 'x')
  mini.logic.client.answers.login = () => ({ code: app.wechat.newLoginCode(openid) })
  return mini
}

/** What has this id on the page on top. */
export const node = (mini: MiniProgram, id: string): TaroNode => {
  const found = mini.logic.nodes().find(({ uid, sid }) => (uid ?? sid) === id)
  if (!found) throw new Error(`no ${id} on ${mini.route()}: ${mini.words()}`)
  return found
}

/** Presses one of WeChat's own buttons, which answers with an event of its own. */
export const press = async (
  mini: MiniProgram,
  id: string,
  event: string,
  detail: Record<string, unknown> = {},
): Promise<void> => {
  mini.logic.fire(node(mini, id), event, detail)
  await mini.logic.settled()
}

/** A phone whose owner has agreed to the notice and signed in. */
export const signedInPhone = async (dist: string, app: LocalApp): Promise<MiniProgram> => {
  const mini = newPhone(dist, app)
  await mini.open('pages/mine/index')
  await mini.tap('微信登录')
  await press(mini, 'agree', 'agreeprivacyauthorization')
  return mini
}

/** Everything the phone keeps, as text. */
export const kept = (mini: MiniProgram): string =>
  [...mini.logic.client.storage].map(([key, value]) => `${key} ${String(value)}`).join('\n')

/** What the phone has sent to an endpoint, oldest first. */
export const posted = (mini: MiniProgram, path: string): WxOptions[] =>
  mini.logic.client.calls
    .filter(({ options: { url, method } }) => method === 'POST' && String(url).endsWith(`/api${path}`))
    .map(({ options }) => options)
