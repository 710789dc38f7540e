import { type Day } from '../foundation/time'

/** What is written across a picture that was handed in, so that a copy of it serves nothing else (仅用于). */
export const markWords = (serviceName: string | undefined, day: Day): string =>
  `仅用于办理${serviceName ?? '政务服务'} ${day}`
