/**
 * What searching needs, small enough to keep on a phone: words, not postings. It is written at build time
 * and unfolded once where it is used, so a search needs neither a network nor a dictionary.
 */
import * as z from 'zod/mini'
import { Audience, Domain, HandlingType } from './service'
import type { Service } from './service'

const IndexedService = z.object({
  id: z.string(),
  plainName: z.string(),
  name: z.string(),
  line: z.string(),
  words: z.array(z.string()),
  events: z.array(z.string()),
  domain: Domain,
  handling: HandlingType,
  village: z.boolean(),
  audience: z.array(Audience),
  often: z.boolean(),
})
export type IndexedService = z.infer<typeof IndexedService>

export const SearchIndex = z.object({
  /** Changes with the content; a kept index of another version is thrown away. */
  version: z.string(),
  services: z.array(IndexedService),
  /** Syllable without tone → the characters read so; a character may stand under several. */
  sounds: z.record(z.string(), z.string()),
  /** Phrases that carry no matter (怎么办, 我想), longest first. */
  fillers: z.array(z.string()),
  /** Words of two characters that people use for anything (家里, 手续); they count less. */
  light: z.array(z.string()),
  /** What people here say, and what the guides call it. */
  sayings: z.array(z.object({ said: z.array(z.string()), means: z.array(z.string()) })),
})
export type SearchIndex = z.infer<typeof SearchIndex>

/** What is searched of a service. */
export const indexed = (service: Service): IndexedService => ({
  id: service.serviceId,
  plainName: service.plainName,
  name: service.name,
  line: service.oneLine,
  words: service.everydayWords,
  events: service.lifeEvents,
  domain: service.domain,
  handling: service.handlingType,
  village: service.village,
  audience: service.audience,
  often: service.frequency === 'high',
})
