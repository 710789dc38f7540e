import type { FollowUpWhole } from '@one-window/shared/follow-ups/follow-up'
import type { Day } from '@one-window/shared/foundation/time'
import { useDraft } from '../foundation/use-draft'

/** What every form of a step is handed. */
export interface FormProps {
  followUp: FollowUpWhole
  today: Day
  quiet: boolean
  onMoved: (moved: FollowUpWhole) => void
}

/** A draft of a step, and taking it. */
export function useStepDraft<Draft>(followUp: FollowUpWhole, empty: Draft) {
  const { followUpId, revision, status } = followUp
  const [draft, change, drop] = useDraft<Draft>(`follow-up:${followUpId}:${status}`, empty)
  return { draft, change, drop, step: { followUpId, revision } }
}
