import { listMyCases } from '@one-window/shared/cases/endpoints'
import { implement } from '../platform/implement'
import { listCasesOf } from './case-lists-store'

export default implement(listMyCases, async ({ cursor }, { caller }) => listCasesOf(caller.personId, cursor))
