import { openUpload } from '@one-window/shared/files/endpoints'
import { fileTrouble, mayHandIn, tidyName, trustOf } from '@one-window/shared/files/may-upload'
import { fileSettings } from '@one-window/shared/files/settings'
import { markWords } from '@one-window/shared/files/mark'
import { chinaDay } from '@one-window/shared/foundation/time'
import { isStaff } from '@one-window/shared/foundation/roles'
import { findHall } from '@one-window/shared/halls/halls'
import { findGuide, findService } from '../catalogue/public'
import { implement } from '../platform/implement'
import { signedUpload } from '../platform/object-signing'
import { Problem } from '../platform/problem'
import { rawKey, readFileRow, saveFile, type KeptFile } from './file-store'

/** The request's id is the file's: asked again, the ticket is renewed and nothing else changes. */
export default implement(openUpload, async (asked, context) => {
  const { caller, now, request } = context
  const { hallId, purpose, type, size, serviceId, materialId } = asked
  if (!findHall(hallId) || (isStaff(caller.role) && !caller.hallIds.includes(hallId)))
    throw new Problem('not-found')
  if (!mayHandIn(caller.role, purpose)) throw new Problem('not-allowed')
  const service =
    serviceId === undefined
      ? undefined
      : ((await findGuide(hallId, serviceId, now))?.service ?? findService(serviceId))
  if (serviceId !== undefined && !service) throw new Problem('not-found')
  const name = tidyName(asked.name)
  const errors = fileTrouble({ name, type, size, purpose })
  if (materialId !== undefined && !service?.materials.some((line) => line.materialId === materialId))
    errors.push({ pointer: '/materialId', message: '办事指南里没有这样材料，请照清单选' })
  if (errors.length > 0) throw new Problem('bad-input', { errors })

  const fileId = request.id
  const file: KeptFile = {
    fileId,
    hallId,
    uploaderId: caller.personId,
    purpose,
    name,
    type,
    size,
    ...(materialId && { materialId }),
    form: 'original',
    trust: trustOf(caller.role),
    state: 'promised',
    ...(purpose === 'material' && { mark: markWords(service?.name, chinaDay(now)) }),
    at: now.toISOString(),
    asked: request.body,
  }
  const until = new Date(now.getTime() + fileSettings.ticketMs)
  const upload = { key: rawKey(fileId), type, mostBytes: size }
  const ticket = await signedUpload(upload, now, until)
  if (!(await saveFile(file, context))) {
    const before = await readFileRow(fileId, now)
    if (!before) throw new Problem('not-found')
    if (before.asked !== request.body) throw new Problem('idempotency-key-reused')
    context.replayed()
  }
  return { fileId, ...ticket, expiresAt: until.toISOString() }
})
