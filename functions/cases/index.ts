import acceptCase from './accept-case'
import attachFiles from './attach-files'
import declineCase from './decline-case'
import findCaseByNumber from './find-case-by-number'
import forwardCase from './forward-case'
import informCase from './inform-case'
import issueCase from './issue-case'
import listCaseFiles from './list-case-files'
import listDeskCases from './list-desk-cases'
import listMyCases from './list-my-cases'
import notePost from './note-post'
import postCase from './post-case'
import receiveCase from './receive-case'
import recordCounty from './record-county'
import redeemGaps from './redeem-gaps'
import signForCase from './sign-for-case'
import supplementCase from './supplement-case'
import supplyCase from './supply-case'
import supplyMyCase from './supply-my-case'
import terminateCase from './terminate-case'
import unmaskCase from './unmask-case'
import urgeCase from './urge-case'
import viewCase from './view-case'
import withdrawCase from './withdraw-case'
import withdrawMyCase from './withdraw-my-case'

/** Cases (办件): what the windows and the applicant do, from 收件 to 出件. */
export default [
  receiveCase,
  acceptCase,
  supplementCase,
  supplyCase,
  supplyMyCase,
  declineCase,
  informCase,
  withdrawCase,
  withdrawMyCase,
  terminateCase,
  forwardCase,
  redeemGaps,
  attachFiles,
  urgeCase,
  recordCounty,
  notePost,
  signForCase,
  postCase,
  issueCase,
  listDeskCases,
  listMyCases,
  viewCase,
  listCaseFiles,
  unmaskCase,
  findCaseByNumber,
]
