/** What others may ask of identity. */
export { authenticate } from './authenticate'
export {
  changeAccount,
  findAccount,
  findStanding,
  newAccount,
  saveNewAccount,
  type Account,
  type AccountChanges,
} from './account-store'
export { allSessionsEnd, saveSession, sessionWrite } from './session-store'
export { withRequest } from './changed'
export { findUsedCode, saveUsedCode } from './code-store'
export { findPersonId, lookupDeletion, lookupWrite } from './lookup-store'
export { checkSecondFactor, newSecret, stepOf, tried } from './second-factor'
export { noteUnmasking } from './opening-store'
export { begun, openSession, reach, standingSession, tokensOf } from './sessions'
