import { listMyPrechecks } from '@one-window/shared/prechecks/endpoints'
import { implement } from '../platform/implement'
import { listPrechecksOf } from './precheck-lists-store'

export default implement(listMyPrechecks, ({ cursor }, { caller }) =>
  listPrechecksOf(caller.personId, cursor),
)
