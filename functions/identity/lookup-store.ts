/** From what a person brings (their WeChat, their ID card) to their account: by blind index only. */
import { defineTable, type Write } from '../platform/dynamo'
import { readItem } from '../platform/read-item'

const table = defineTable('lookups', { lookup: { type: String, hashKey: true } })

/** What may be looked up; each kind is a namespace of its own. */
export type LookupKind = 'resident' | 'staff' | 'id-card'
const keyOf = (kind: LookupKind, blind: string): string => `${kind}#${blind}`

/** The person behind a blind index, strongly read. */
export async function findPersonId(kind: LookupKind, blind: string): Promise<string | undefined> {
  const item = await readItem(table.name, { lookup: keyOf(kind, blind) })
  return item && String(item.personId)
}

/** The write that makes a blind index lead to a person; nobody else's it is. */
export const lookupWrite = (kind: LookupKind, blind: string, personId: string): Write => ({
  Put: {
    TableName: table.name,
    Item: { lookup: keyOf(kind, blind), personId },
    ConditionExpression: 'attribute_not_exists(lookup) OR personId = :person',
    ExpressionAttributeValues: { ':person': personId },
  },
})

/** The write that makes a blind index lead to another person than it did, or to the first one. */
export const lookupMove = (
  kind: LookupKind,
  blind: string,
  { from, to }: { from: string | undefined; to: string },
): Write => ({
  Put: {
    TableName: table.name,
    Item: { lookup: keyOf(kind, blind), personId: to },
    ...(from === undefined
      ? { ConditionExpression: 'attribute_not_exists(lookup)' }
      : { ConditionExpression: 'personId = :from', ExpressionAttributeValues: { ':from': from } }),
  },
})

/** The write that forgets a blind index, as long as it leads to this person. */
export const lookupDeletion = (kind: LookupKind, blind: string, personId: string): Write => ({
  Delete: {
    TableName: table.name,
    Key: { lookup: keyOf(kind, blind) },
    ConditionExpression: 'attribute_not_exists(lookup) OR personId = :person',
    ExpressionAttributeValues: { ':person': personId },
  },
})
