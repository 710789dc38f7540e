import agreeToNotice from './agree-to-notice'
import checkIdentity from './check-identity'
import copyMyData from './copy-my-data'
import deleteMyData from './delete-my-data'
import endMySessions from './end-my-sessions'
import refreshSession from './refresh-session'
import signInLocally from './sign-in-locally'
import signInWithWechat from './sign-in-with-wechat'
import signOut from './sign-out'
import tellPhone from './tell-phone'
import tellRealName from './tell-real-name'
import whoAmI from './who-am-i'

/** Who is who (身份). */
export default [
  signInLocally,
  signInWithWechat,
  refreshSession,
  signOut,
  endMySessions,
  whoAmI,
  agreeToNotice,
  tellPhone,
  tellRealName,
  checkIdentity,
  copyMyData,
  deleteMyData,
]
