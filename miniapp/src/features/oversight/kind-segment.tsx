import type { ExclusionKind } from '@one-window/shared/follow-ups/follow-up'
import { Segment } from '@/components/segment/segment'
import { exclusionWords } from './follow-up-words'

/** Why a rating is not to count. */
export function KindSegment({
  kind,
  onChoose,
}: {
  kind: ExclusionKind
  onChoose: (kind: ExclusionKind) => void
}) {
  return (
    <Segment
      label="为什么不计入"
      options={(Object.keys(exclusionWords) as ExclusionKind[]).map((value) => ({
        value,
        words: exclusionWords[value],
      }))}
      chosen={kind}
      onChoose={onChoose}
    />
  )
}
