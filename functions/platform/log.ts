import { Logger } from '@aws-lambda-powertools/logger'

/** One JSON line per event; never names, numbers, tokens or texts of persons. */
export const log = new Logger({ serviceName: 'one-window' })
