import {
  changePosts,
  confirmStaff,
  disableStaff,
  endSessionsOf,
  inviteStaff,
  reinviteStaff,
} from '@one-window/shared/staff/endpoints'
import { useAction } from '../foundation/use-action'
import { useSteppedUp } from './step-up'

/** Everything that is done to the staff of a hall; each may ask for the second factor once more. */
export function useStaffActs() {
  const invite = useSteppedUp(useAction(inviteStaff))
  const confirm = useSteppedUp(useAction(confirmStaff))
  const change = useSteppedUp(useAction(changePosts))
  const disable = useSteppedUp(useAction(disableStaff))
  const reinvite = useSteppedUp(useAction(reinviteStaff))
  const endSessions = useSteppedUp(useAction(endSessionsOf))
  const all = [invite, confirm, change, disable, reinvite, endSessions]
  return {
    invite,
    confirm,
    change,
    disable,
    reinvite,
    endSessions,
    busy: all.some(({ busy }) => busy),
    trouble: all.find(({ trouble }) => trouble)?.trouble,
    calm: () => all.forEach(({ calm }) => calm()),
    /** The sheet of whichever asks. */
    sheet: all.map(({ sheet }) => sheet).find(Boolean),
  }
}
export type StaffActs = ReturnType<typeof useStaffActs>
