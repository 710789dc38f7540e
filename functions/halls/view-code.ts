import { contactsOf } from '@one-window/shared/cases/contacts'
import { findHall } from '@one-window/shared/halls/halls'
import type { Hall } from '@one-window/shared/halls/hall'
import { viewCode } from '@one-window/shared/halls/endpoints'
import { sceneText, type Scene } from '@one-window/shared/halls/scene'
import { findCase } from '../cases/public'
import { implement, type Context } from '../platform/implement'
import { Problem } from '../platform/problem'
import { wechat } from '../platform/wechat'
import { ratingCodeOf } from '../ratings/public'

/** The page that opens whatever the scene says. */
const PAGE = 'subpackages/account/scan'

export default implement(viewCode, async (asked, { caller }) => {
  const hall = findHall(asked.hallId)
  if (!hall || !caller.hallIds.includes(hall.hallId)) throw new Problem('not-found')
  const { scene, words } = await sceneOf(asked, hall, caller)
  const text = sceneText(scene)
  const image = await wechat().codeImage(text, PAGE)
  return { image: Buffer.from(image).toString('base64'), scene: text, words }
})

async function sceneOf(
  {
    for: purpose,
    window,
    caseId,
  }: { for: Scene['for']; window?: number | undefined; caseId?: string | undefined },
  hall: Hall,
  caller: Context['caller'],
): Promise<{ scene: Scene; words: string }> {
  const { hallId, name } = hall
  if (purpose === 'hall') return { scene: { for: 'hall', hallId }, words: `微信扫一扫，在${name}办事` }
  if (purpose === 'window') {
    if (window === undefined || window > hall.windows) throw new Problem('not-found')
    return { scene: { for: 'window', hallId, window }, words: `微信扫一扫，${name}${window}号窗口` }
  }
  const found = caseId && (await findCase(caseId, caller))
  if (!found || found.hallId !== hallId) throw new Problem('not-found')
  const last = contactsOf(found.events).at(-1)
  if (!last) throw new Problem('not-found')
  return {
    scene: { for: 'rating', code: ratingCodeOf(found.caseId, last.contact) },
    words: '微信扫一扫，评一评这次服务',
  }
}
