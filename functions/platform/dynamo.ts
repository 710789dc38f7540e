/** The database: the client, the tables made from the models, transactions, and what each request consumes. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import {
  DynamoDB,
  TransactionCanceledException,
  type CancellationReason,
  type ConsumedCapacity,
  type CreateTableCommandInput,
} from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  TransactWriteCommand,
  type BatchGetCommandInput,
  type BatchGetCommandOutput,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb'
import type { SchemaDefinition } from 'dynamoose/dist/Schema'
import { config } from './config'
import { Problem } from './problem'

const { dynamoEndpoint, tablePrefix } = config()

/** The low-level client; tests reach its middleware to inject faults. */
export const client = new DynamoDB({
  maxAttempts: 3,
  ...(dynamoEndpoint && {
    endpoint: dynamoEndpoint,
    region: 'cn-northwest-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }),
})
// it would prepare every input and output for a log that nobody keeps
client.middlewareStack.remove('loggerMiddleware')
export const database = DynamoDBDocumentClient.from(client, {
  marshallOptions: { removeUndefinedValues: true },
})

/** Read and write units consumed while a request ran. */
export interface Units {
  read: number
  write: number
}
const meter = new AsyncLocalStorage<Units>()
/** Runs `work`, adding what it consumes to `units`. */
export const metered = <T>(units: Units, work: () => Promise<T>): Promise<T> => meter.run(units, work)

const READS = new Set(['GetItemCommand', 'BatchGetItemCommand', 'QueryCommand', 'TransactGetItemsCommand'])
const WRITES = new Set([
  'PutItemCommand',
  'UpdateItemCommand',
  'DeleteItemCommand',
  'TransactWriteItemsCommand',
])
client.middlewareStack.add(
  (next, context) => async (args) => {
    const name = context.commandName ?? ''
    if (!READS.has(name) && !WRITES.has(name)) return next(args)
    Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
    const result = await next(args)
    const units = meter.getStore()
    const { ConsumedCapacity: consumed } = result.output as {
      ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[]
    }
    if (units && consumed)
      for (const each of [consumed].flat())
        units[READS.has(name) ? 'read' : 'write'] += each.CapacityUnits ?? 0
    return result
  },
  { step: 'initialize', name: 'consumedCapacity' },
)

export interface TableModel {
  /** Name in the database, with the prefix of this configuration. */
  readonly name: string
  /** The name in code and template. */
  readonly id: string
  readonly streamed: boolean
  /** The attribute after which the database forgets an item, in epoch seconds. */
  readonly expires: string | undefined
  /** The CreateTable input that the model amounts to. */
  definition(): Promise<CreateTableCommandInput>
}

/** Every table whose store has been loaded, by id. */
export const tables = new Map<string, TableModel>()

/**
 * Declares a table by its keys and indexes; all other attributes belong to the store's schema in code. The model is
 * made when its definition is asked for, by whoever creates or checks tables: a cold start needs no more than the name.
 */
export function defineTable(
  id: string,
  keys: SchemaDefinition,
  options: { streamed?: boolean; expires?: string } = {},
): TableModel {
  const name = `${tablePrefix}${id}`
  const declared = {
    id,
    name,
    streamed: options.streamed ?? false,
    expires: options.expires,
    definition: async () => {
      const { default: dynamoose } = await import('dynamoose')
      const model = dynamoose.model(name, new dynamoose.Schema(keys, { saveUnknown: true }))
      const table = new dynamoose.Table(name, [model], {
        create: false,
        update: false,
        waitForActive: false,
        throughput: 'ON_DEMAND',
      })
      return (await table.create({ return: 'request' })) as unknown as CreateTableCommandInput
    },
  }
  tables.set(id, declared)
  return declared
}

/** Reads items of several tables at once, by table name; asks again for what the database left out. */
export async function readBatch(
  asked: NonNullable<BatchGetCommandInput['RequestItems']>,
): Promise<Record<string, Record<string, unknown>[]>> {
  const found: Record<string, Record<string, unknown>[]> = {}
  let left: typeof asked | undefined = asked
  for (let attempt = 1; left && Object.keys(left).length > 0; attempt++) {
    if (attempt > ATTEMPTS) throw new Problem('busy')
    if (attempt > 1) await wait(Math.random() * Math.min(400, 10 * 2 ** attempt))
    const answer: BatchGetCommandOutput = await database.send(new BatchGetCommand({ RequestItems: left }))
    for (const [name, items] of Object.entries(answer.Responses ?? {})) (found[name] ??= []).push(...items)
    left = answer.UnprocessedKeys
  }
  return found
}

/** One write of a transaction, in the document client's form. */
export type Write = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

/** The audit row that a transaction carries; made by `audited`. */
export interface Audited {
  readonly row: Write
}

/** A transaction that the database refused because of a condition: why, write by write. */
export class ConditionFailed extends Error {
  constructor(readonly reasons: readonly CancellationReason[]) {
    super('a condition of the transaction failed')
  }
  /** True when the condition of the write at this place failed. */
  failedAt(place: number): boolean {
    return this.reasons[place]?.Code === 'ConditionalCheckFailed'
  }
}

const ATTEMPTS = 8
const passing = new Set(['None', 'TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])

/**
 * Writes all or nothing with the audit row of it, exactly once: a retry carries the same token. The token is made anew for every call, because
 * the database passes over one it knows: the same writes asked for twice on purpose would silently not happen.
 * Conflicts and throttling are waited out with jitter and, if they last, answered as `busy`, never as a condition.
 * A failed condition throws ConditionFailed.
 */
export const transact = (writes: readonly Write[], { row }: Audited): Promise<void> =>
  commit([...writes, row])

/** Writes what follows from deeds that have their rows already: counts, and the keys they are looked up by. As `transact`. */
export const tally = (writes: readonly Write[]): Promise<void> => commit(writes)

async function commit(all: readonly Write[]): Promise<void> {
  const token = randomUUID()
  for (let attempt = 1; ; attempt++) {
    try {
      await database.send(new TransactWriteCommand({ TransactItems: [...all], ClientRequestToken: token }))
      return
    } catch (error) {
      if (error instanceof TransactionCanceledException) {
        const reasons = error.CancellationReasons ?? []
        if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) throw new ConditionFailed(reasons)
        if (!reasons.every(({ Code }) => passing.has(Code ?? 'None'))) throw error
      } else if (
        !(error instanceof Error) ||
        !/Throttl|TransactionInProgress|ProvisionedThroughput/.test(error.name)
      )
        throw error
      if (attempt === ATTEMPTS) throw new Problem('busy')
      await wait(Math.random() * Math.min(400, 10 * 2 ** attempt))
    }
  }
}
