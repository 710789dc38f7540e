/** Marks that tell a case apart: the same person, matter and day, or the same number of the city platform, is one case. */
import type { Day } from '@one-window/shared/foundation/time'
import { derivedId } from '../platform/crypto'
import { defineTable, type Write } from '../platform/dynamo'
import { readItem } from '../platform/read-item'

const table = defineTable('case-marks', { markId: { type: String, hashKey: true } }, { expires: 'expiresAt' })

/** Seconds a day's mark is kept: whoever comes back tomorrow comes for something else. */
const SAME_DAY_SECONDS = 3 * 86_400

/** The mark of one person's matter on one day. */
export const sameMatterMark = (
  hallId: string,
  serviceId: string,
  day: Day,
  { name, phone, idNumber }: { name: string; phone?: string | undefined; idNumber?: string | undefined },
): string => derivedId('same matter', hallId, serviceId, day, idNumber ?? `${name} ${phone ?? ''}`)

/** The mark of a number of the city platform. */
export const platformMark = (platformNumber: string): string => derivedId('platform number', platformNumber)

/** The write that sets a mark for a case; it fails where another case has it. */
export const markWrite = (markId: string, caseId: string, expiresFrom?: Date): Write => ({
  Put: {
    TableName: table.name,
    Item: {
      markId,
      caseId,
      ...(expiresFrom && { expiresAt: Math.floor(expiresFrom.getTime() / 1000) + SAME_DAY_SECONDS }),
    },
    ConditionExpression: 'attribute_not_exists(markId) OR caseId = :case',
    ExpressionAttributeValues: { ':case': caseId },
  },
})

/** The write that takes a mark away. */
export const unmarkWrite = (markId: string, caseId: string): Write => ({
  Delete: {
    TableName: table.name,
    Key: { markId },
    ConditionExpression: 'attribute_not_exists(markId) OR caseId = :case',
    ExpressionAttributeValues: { ':case': caseId },
  },
})

/** The case that has a mark. */
export const findMarked = async (markId: string): Promise<string | undefined> =>
  (await readItem(table.name, { markId }))?.caseId as string | undefined
