/** The lines of a month: those behind a figure, those of a clerk, and what looks forged among them. */
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { addDays, instantAt, monthOf, type Day, type Month } from '@one-window/shared/foundation/time'
import type { Suspicion } from '@one-window/shared/ratings/forged'
import type { Figure } from '@one-window/shared/ratings/month-sheet'
import type { Counter } from '@one-window/shared/ratings/month'
import { cursorAfter, placeOfCursor } from '../platform/cursor'
import { database } from '../platform/dynamo'
import { hallMonthOf, mineOf, table, type Line } from './line-store'

type Item = Record<string, unknown>

/** Where the lines of a figure lie, and which of them it counts. */
const figures: Readonly<Record<Figure, { from: string; to: string; counts?: (line: Line) => boolean }>> =
  (() => {
    const rated = (from: number, to: number, counts?: (line: Line) => boolean) => ({
      from: `rated#${from}#`,
      to: `rated#${to}#~`,
      ...(counts && { counts }),
    })
    const has =
      (name: Counter) =>
      ({ counts }: Line): boolean =>
        counts[name] === 1
    const counted = ({ excluded }: Line): boolean => !excluded
    const due = (name: Counter) => ({
      from: 'due#',
      to: 'due#~',
      counts: ({ due: of }: Line): boolean => of?.counts[name] === 1,
    })
    return {
      all: rated(1, 5, counted),
      good: rated(3, 5),
      poor: rated(1, 2, counted),
      excluded: rated(1, 2, has('excluded')),
      again: { from: 'again#', to: 'again#~' },
      'again-good': { from: 'again#', to: 'again#~', counts: has('againGood') },
      named: rated(1, 2, has('named')),
      called: rated(1, 2, has('called')),
      unreachable: rated(1, 2, has('unreachable')),
      answered: rated(1, 2, has('answered')),
      satisfied: rated(1, 2, has('satisfied')),
      due: due('due'),
      closed: due('closed'),
      'in-time': due('inTime'),
      'desk-code': rated(1, 5, has('deskCode')),
      'mini-program': rated(1, 5, has('miniProgram')),
      message: rated(1, 5, has('message')),
      'desk-screen': rated(1, 5, has('deskScreen')),
    }
  })()

const PAGE = 50
/** A page reads so many times at most; what is left comes with the next one. */
const MOST_READS = 8

/** The lines that a figure counts; up to 50 a page, which may hold fewer while more follow. */
export async function listLines(
  hallId: string,
  month: Month,
  figure: Figure,
  cursor?: string,
): Promise<{ lines: Line[]; cursor?: string }> {
  const { from, to, counts = () => true } = figures[figure]
  const hallMonth = hallMonthOf(hallId, month)
  let after = cursor === undefined ? undefined : placeOfCursor(cursor, 1)[0]
  const lines: Line[] = []
  for (let read = 0; read < MOST_READS && lines.length < PAGE; read++) {
    const { Items = [], LastEvaluatedKey: last } = await database.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'hallMonth = :of AND entry BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':of': hallMonth, ':from': from, ':to': to },
        Limit: PAGE - lines.length,
        ...(after !== undefined && { ExclusiveStartKey: { hallMonth, entry: after } }),
      }),
    )
    lines.push(...(Items as Line[]).filter(counts))
    after = last && String(last.entry)
    if (after === undefined) break
  }
  return { lines, ...(after !== undefined && { cursor: cursorAfter(after) }) }
}

/** Every item of a partition whose entry begins so. */
async function* entriesOf(hallMonth: string, prefix: string): AsyncGenerator<Item> {
  let ExclusiveStartKey: Item | undefined
  do {
    const { Items = [], LastEvaluatedKey } = await database.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'hallMonth = :of AND begins_with(entry, :prefix)',
        ExpressionAttributeValues: { ':of': hallMonth, ':prefix': prefix },
        ExclusiveStartKey,
      }),
    )
    yield* Items
    ExclusiveStartKey = LastEvaluatedKey
  } while (ExclusiveStartKey)
}

/** Every first rating of a hall's month. */
export const linesOfMonth = (hallId: string, month: Month): AsyncGenerator<Line> =>
  entriesOf(hallMonthOf(hallId, month), 'rated#') as AsyncGenerator<Line>

const STARS = [1, 2, 3, 4, 5]
/** The first ratings of a hall's day, however many the month holds. */
export async function* linesOfDay(hallId: string, day: Day): AsyncGenerator<Line> {
  const [from, until] = [instantAt(day, '00:00'), instantAt(addDays(day, 1), '00:00')]
  const hallMonth = hallMonthOf(hallId, monthOf(day))
  for (const stars of STARS) {
    let ExclusiveStartKey: Item | undefined
    do {
      const { Items = [], LastEvaluatedKey } = await database.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: 'hallMonth = :of AND entry BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':of': hallMonth,
            ':from': `rated#${stars}#${from.toISOString()}`,
            ':to': `rated#${stars}#${until.toISOString()}`,
          },
          ExclusiveStartKey,
        }),
      )
      yield* Items as Line[]
      ExclusiveStartKey = LastEvaluatedKey
    } while (ExclusiveStartKey)
  }
}

/** What a clerk received in a month, in the order it was counted. */
export type Received = Pick<Line, 'lineId' | 'level' | 'tags' | 'caseId' | 'contact' | 'hasText'>
export async function receivedBy(personId: string, month: Month): Promise<Received[]> {
  const found: Received[] = []
  for await (const item of entriesOf(mineOf(personId, month), '#')) found.push(item as unknown as Received)
  return found
}

/** A suspicion as it is kept: the rating's line, and why. */
export type Suspected = Line & { readonly why: readonly Suspicion[] }

/** Keeps what looks forged; the same again changes nothing. */
export async function saveSuspicion(line: Line, why: readonly Suspicion[]): Promise<void> {
  try {
    await database.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { hallMonth: hallMonthOf(line.hallId, line.month), entry: `suspect#${line.entry}` },
        UpdateExpression: 'SET line = :line, why = :why',
        ConditionExpression: 'attribute_not_exists(why) OR why <> :why',
        ExpressionAttributeValues: { ':line': line, ':why': why },
      }),
    )
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
  }
}

/** What looks forged in a month; pages of 50. */
export async function listSuspected(
  hallId: string,
  month: Month,
  cursor?: string,
): Promise<{ found: Suspected[]; cursor?: string }> {
  const hallMonth = hallMonthOf(hallId, month)
  const [after] = cursor === undefined ? [] : placeOfCursor(cursor, 1)
  const { Items = [], LastEvaluatedKey: last } = await database.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'hallMonth = :of AND begins_with(entry, :prefix)',
      ExpressionAttributeValues: { ':of': hallMonth, ':prefix': 'suspect#' },
      Limit: PAGE,
      ...(after !== undefined && { ExclusiveStartKey: { hallMonth, entry: after } }),
    }),
  )
  return {
    found: Items.map(({ line, why }) => ({ ...(line as Line), why: why as Suspicion[] })),
    ...(last && { cursor: cursorAfter(String(last.entry)) }),
  }
}
