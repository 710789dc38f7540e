/** The cases of a person, all of them: for their own copy, and to part them from an account that ends. */
import { isOver } from '@one-window/shared/cases/lifecycle'
import { audited, type By } from '../platform/audit'
import { ConditionFailed, transact, type Write } from '../platform/dynamo'
import { listCasesOf } from './case-lists-store'
import { HEAD } from './case-parts'
import { onCase, readCase, table } from './case-store'
import type { KeptCase } from './kept-case'

async function everyCaseIdOf(ownerId: string): Promise<string[]> {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const page = await listCasesOf(ownerId, cursor)
    found.push(...page.cases.map(({ caseId }) => caseId))
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/** Every case of a person, newest first, each strongly read. */
export async function listEveryCaseOf(ownerId: string): Promise<KeptCase[]> {
  const cases = await Promise.all((await everyCaseIdOf(ownerId)).map((caseId) => readCase(caseId)))
  return cases.flatMap((kept) => (kept && kept.ownerId === ownerId ? [kept] : []))
}

/** True while the person still waits for something of a case. */
export const isOpenCase = ({ status }: Pick<KeptCase, 'status'>): boolean => !isOver(status)

/**
 * Parts a case from its owner, with what is written `beside`, once; the case stays as the archive keeps it. False when
 * it was parted before.
 */
export async function partCase(kept: KeptCase, beside: readonly Write[], by: By): Promise<boolean> {
  const parted: Write = {
    Update: {
      TableName: table.name,
      Key: { caseId: kept.caseId, part: HEAD },
      UpdateExpression: 'REMOVE ownerId',
      ConditionExpression: 'ownerId = :owner',
      ExpressionAttributeValues: { ':owner': kept.ownerId },
    },
  }
  try {
    await transact([parted, ...beside], audited(by, { ...onCase(kept), after: { ownerId: null } }))
    return true
  } catch (error) {
    if (error instanceof ConditionFailed) return false
    throw error
  }
}
