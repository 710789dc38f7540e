import bindStaff from './bind-staff'
import changePosts from './change-posts'
import collectDeskSignIn from './collect-desk-sign-in'
import confirmBinding from './confirm-binding'
import confirmDeskSignIn from './confirm-desk-sign-in'
import confirmStaff from './confirm-staff'
import deputise from './deputise'
import disableStaff from './disable-staff'
import endDeputy from './end-deputy'
import endSessionsOf from './end-sessions-of'
import inviteStaff from './invite-staff'
import listColleagues from './list-colleagues'
import listStaff from './list-staff'
import openDeskSignIn from './open-desk-sign-in'
import reinviteStaff from './reinvite-staff'
import signInStaff from './sign-in-staff'
import stepUp from './step-up'
import viewDeskSignIn from './view-desk-sign-in'

/** Those who work here (工作人员): posts, invitations, second factor, the desk's sign-in. */
export default [
  inviteStaff,
  confirmStaff,
  listStaff,
  changePosts,
  disableStaff,
  reinviteStaff,
  endSessionsOf,
  listColleagues,
  deputise,
  endDeputy,
  bindStaff,
  confirmBinding,
  signInStaff,
  stepUp,
  openDeskSignIn,
  viewDeskSignIn,
  confirmDeskSignIn,
  collectDeskSignIn,
]
