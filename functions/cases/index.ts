import acceptCase from './accept-case'
import concludeCase from './conclude-case'
import declineCase from './decline-case'
import findCaseByNumber from './find-case-by-number'
import issueCase from './issue-case'
import listDeskCases from './list-desk-cases'
import listMyCases from './list-my-cases'
import receiveCase from './receive-case'
import unmaskCase from './unmask-case'
import viewCase from './view-case'

/** Cases (办件) from 收件 to 出件. */
export default [
  receiveCase,
  acceptCase,
  declineCase,
  concludeCase,
  issueCase,
  listDeskCases,
  listMyCases,
  viewCase,
  unmaskCase,
  findCaseByNumber,
]
