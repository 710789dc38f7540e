/** Every endpoint of the product, by capability. */
import approvals from './approvals'
import audit from './audit'
import booking from './booking'
import cases from './cases'
import catalogue from './catalogue'
import entries from './entries'
import files from './files'
import followUps from './follow-ups'
import handOvers from './hand-overs'
import halls from './halls'
import identity from './identity'
import notifications from './notifications'
import papers from './papers'
import type { Implementation } from './platform/implement'
import prechecks from './prechecks'
import ratings from './ratings'
import staff from './staff'

export const endpoints: readonly Implementation[] = [
  ...catalogue,
  ...identity,
  ...staff,
  ...audit,
  ...halls,
  ...booking,
  ...notifications,
  ...files,
  ...prechecks,
  ...cases,
  ...approvals,
  ...entries,
  ...handOvers,
  ...papers,
  ...ratings,
  ...followUps,
]
