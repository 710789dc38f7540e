/** What others may ask of identity. */
export { authenticate } from './authenticate'
export {
  accountPlace,
  changeAccount,
  findAccount,
  newAccount,
  saveNewAccount,
  saveSession,
  sessionWrite,
  type Account,
  type AccountChanges,
} from './account-store'
export { begun, openSession, reach, tokensOf } from './sessions'
export { readToken, signToken } from './tokens'
