/** What runs besides the API, read from serverless.yml: the timers and streams of the cloud are those of this machine. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'yaml'

export interface PlannedJob {
  readonly name: string
  readonly schedule: string
}

export interface PlannedStream {
  readonly name: string
  /** The id of the table it follows. */
  readonly table: string
  readonly batchSize: number
  readonly retries: number
}

export interface Plan {
  readonly jobs: readonly PlannedJob[]
  readonly streams: readonly PlannedStream[]
  /** What is called when something has arrived in the bucket of files. */
  readonly onCreated: string
}

interface ScheduleEvent {
  schedule: { rate: string[] }
}
interface StreamEvent {
  stream: {
    arn: { 'Fn::GetAtt': [resource: string, attribute: string] }
    batchSize: number
    maximumRetryAttempts: number
  }
}
interface BucketEvent {
  eventBridge: { pattern: { source: string[]; 'detail-type': string[] } }
}
/** The part of serverless.yml that says what runs. */
export interface Template {
  functions: Record<
    string,
    { package: { artifact: string }; events: (ScheduleEvent | StreamEvent | BucketEvent | object)[] }
  >
  resources: { Resources: Record<string, { Type: string; Properties: { TableName?: string } }> }
}

/** Reads serverless.yml as it is written, variables unresolved. */
export const readTemplate = (file: string): Template => parse(readFileSync(file, 'utf8')) as Template

/** The jobs and streams of a template, and what an upload sets going. */
export function planOf({ functions, resources }: Template): Plan {
  const jobs: PlannedJob[] = []
  const streams: PlannedStream[] = []
  let onCreated = ''
  for (const declared of Object.values(functions)) {
    const name = basename(declared.package.artifact, '.zip')
    for (const event of declared.events) {
      if ('schedule' in event) for (const schedule of event.schedule.rate) jobs.push({ name, schedule })
      if ('eventBridge' in event) onCreated = name
      if ('stream' in event) {
        const { arn, batchSize, maximumRetryAttempts: retries } = event.stream
        const tableName = resources.Resources[arn['Fn::GetAtt'][0]]?.Properties.TableName ?? ''
        streams.push({ name, table: tableName.replace(/^\$\{[^}]*\}/, ''), batchSize, retries })
      }
    }
  }
  return { jobs, streams, onCreated }
}
