import signInLocally from './sign-in-locally'
import whoAmI from './who-am-i'

/** Who is who (身份). */
export default [signInLocally, whoAmI]
