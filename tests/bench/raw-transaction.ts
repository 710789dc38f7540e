/** The baseline: the transaction of a booking as the database gets it, sent with nothing around it. */
import { DynamoDB } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'

export interface RawDatabase {
  /** One booking's writes with the audit row; true when they were made, false when a condition failed. */
  book(slot: { hallId: string; slotKey: string }, places: number, name: string): Promise<boolean>
  /** The write units one such transaction consumes. */
  unitsOfOne(name: string): Promise<number>
  close(): void
}

/** A client of its own on the same database and tables. */
export function rawDatabase(endpoint: string): RawDatabase {
  const client = new DynamoDB({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const database = DynamoDBDocumentClient.from(client)
  return {
    book: (slot, places, name) =>
      database.send(new TransactWriteCommand({ TransactItems: writes(slot, places, name) })).then(
        () => true,
        (error: Error) => {
          if (error.name === 'TransactionCanceledException') return false
          throw error
        },
      ),
    unitsOfOne: async (name) => {
      const { ConsumedCapacity = [] } = await database.send(
        new TransactWriteCommand({
          TransactItems: writes({ hallId: 'raw', slotKey: name }, 1, name),
          ReturnConsumedCapacity: 'TOTAL',
        }),
      )
      return ConsumedCapacity.reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0)
    },
    close: () => client.destroy(),
  }
}

const writes = (slot: { hallId: string; slotKey: string }, places: number, name: string) => [
  {
    Put: {
      TableName: 'test-bookings',
      Item: {
        bookingId: name,
        code: '123456',
        status: 'booked',
        slotId: 'yonghe.20261126.0900',
        hallId: slot.hallId,
        date: '2026-11-26',
        start: '09:00',
        end: '09:30',
        serviceId: 'dibao-shenqing',
        personId: `raw-${name}`,
        visitor: 'g1.k1:'.padEnd(120, 'x'),
        bookedAt: '2026-11-23T23:00:00.000Z',
        requests: { [name]: 'x'.repeat(22) },
        deskDay: `raw-${slot.hallId}#2026-11-26`,
        deskOrder: `09:00#${name}`,
      },
      ConditionExpression: 'attribute_not_exists(bookingId)',
    },
  },
  {
    Put: {
      TableName: 'test-visitors',
      Item: {
        personId: `raw-${name}`,
        revision: 1,
        live: [{ bookingId: name, date: '2026-11-26', start: '09:00' }],
        recent: [name],
        noShows: [],
      },
      ConditionExpression: 'attribute_not_exists(personId)',
    },
  },
  {
    Update: {
      TableName: 'test-slots',
      Key: slot,
      UpdateExpression: 'ADD booked :one',
      ConditionExpression:
        'attribute_not_exists(closed) AND (attribute_not_exists(booked) OR booked < :places)',
      ExpressionAttributeValues: { ':one': 1, ':places': places },
    },
  },
  {
    Put: {
      TableName: 'test-audit',
      Item: {
        hallDay: `raw-${slot.hallId}#2026-11-24`,
        rowId: `2026-11-23T23:00:00.000Z.${name}`,
        at: '2026-11-23T23:00:00.000Z',
        hallId: slot.hallId,
        by: `raw-${name}`,
        role: 'resident',
        sessionId: 'x'.repeat(16),
        action: '预约',
        object: `booking:${name}`,
        after: 'x'.repeat(22),
        requestId: 'x'.repeat(36),
      },
      ConditionExpression: 'attribute_not_exists(rowId)',
    },
  },
]
