import type { Case } from '@one-window/shared/cases/case'
import { contactWords } from '@one-window/shared/cases/contacts'
import { ratingLevelWords } from '@one-window/shared/ratings/rating'
import { Cell } from '@/components/card/card'
import { go } from '@/gateways/go'

/** What the owner has rated, the newest first; each leads to what became of it. */
export function RatedCells({ told: { caseId, contacts } }: { told: Pick<Case, 'caseId' | 'contacts'> }) {
  return (
    <>
      {[...contacts]
        .reverse()
        .map(
          ({ contact, rated }) =>
            rated && (
              <Cell
                key={contact}
                icon="rate"
                title={`您评的：${ratingLevelWords[rated]}`}
                note={contactWords({ contact })}
                onPress={() => go.followUp(caseId, contact)}
              />
            ),
        )}
    </>
  )
}
