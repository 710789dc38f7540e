/** Pre-checks for tests, as the app makes them. */
import type { LocalApp, Person } from '../../support/local-app'
import { aCleanFile } from '../files/a-file'

export const serviceId = 'jiuye-kunnan'
export const name = '刘桂英'

export async function aDraft(who: Person, hallId = 'yonghe'): Promise<string> {
  const { status, body } = await who.post('/prechecks', { hallId, serviceId })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.precheckId as string
}

/** One clean photo for each of these materials. */
export async function withPhotos(app: LocalApp, who: Person, precheckId: string, ...materialIds: string[]) {
  const fileIds: string[] = []
  for (const materialId of materialIds) {
    const fileId = await aCleanFile(app, who, { materialId })
    const { status, body } = await who.post(`/prechecks/${precheckId}/materials/${materialId}`, {
      fileIds: [fileId],
    })
    if (status !== 200) throw new Error(JSON.stringify(body))
    fileIds.push(fileId)
  }
  return fileIds
}

/** A pre-check with a photo of each of these materials, sent. */
export async function sent(app: LocalApp, who: Person, ...materialIds: string[]): Promise<string> {
  const precheckId = await aDraft(who)
  await withPhotos(app, who, precheckId, ...materialIds)
  const { status, body } = await who.post(`/prechecks/${precheckId}/submit`, { name })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return precheckId
}
