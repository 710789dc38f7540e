import endMySessions from './end-my-sessions'
import refreshSession from './refresh-session'
import signInLocally from './sign-in-locally'
import signOut from './sign-out'
import whoAmI from './who-am-i'

/** Who is who (身份). */
export default [signInLocally, whoAmI, refreshSession, signOut, endMySessions]
