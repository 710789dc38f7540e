import { View } from '@tarojs/components'
import type { GuideRow } from '@one-window/shared/catalogue/curated'
import type { Role } from '@one-window/shared/foundation/roles'
import { Button } from '@/components/button/button'
import type { Show } from './guide-list'
import type { GuideActs, Named } from './use-guide-acts'

/** A version by what tells it from others. */
export const namedOf = (
  serviceId: string,
  { version, revision }: { version: number; revision: number },
): Named => ({
  serviceId,
  version,
  revision,
})

interface BulkProps {
  rows: readonly GuideRow[]
  role: Role
  show: Show
  acts: GuideActs
}

/** The same act on everything listed, as after a table was read in; each is still decided by itself. */
export function Bulk({ rows, role, show, acts }: BulkProps) {
  const state = role === 'leader' ? 'awaiting-approval' : 'draft'
  const named = rows.flatMap(({ serviceId, open }) =>
    open?.state === state ? [namedOf(serviceId, open)] : [],
  )
  const fits = role === 'leader' ? show === 'awaiting' : show === 'open'
  if (!fits || named.length < 2) return null
  return (
    <View className="curate-bulk">
      <Button
        kind="soft"
        small
        id="bulk"
        busy={acts.busy}
        onPress={() => void (role === 'leader' ? acts.agree(named) : acts.send(named))}
      >
        {role === 'leader' ? `这${named.length}份都同意` : `这${named.length}份草稿都送批准`}
      </Button>
    </View>
  )
}
