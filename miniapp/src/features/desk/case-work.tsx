import { Text, View } from '@tarojs/components'
import { viewCase } from '@one-window/shared/cases/endpoints'
import { viewService } from '@one-window/shared/catalogue/endpoints'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { closingTime } from '@one-window/shared/halls/hall'
import { chinaDay } from '@one-window/shared/foundation/time'
import { useSession } from '@/gateways/session'
import { CaseActions } from '../cases/case-actions'
import { CaseFiles } from '../cases/case-files'
import { CaseHead, CasePapers } from '../cases/case-head'
import { CheckedList } from '../cases/checked-list'
import { ClockPane } from '../cases/clock-pane'
import { Life } from '../cases/life'
import { StaleLine } from '../foundation/states'
import { useLoad, valueOf } from '../foundation/use-load'
import { AskOnScreen } from '../ratings/ask-on-screen'
import type { DeskAction } from './action-bar'
import { WorkLoading, WorkTrouble } from './work-states'

const HALL_HOURS = 24

interface CaseWorkProps {
  caseId: string
  at: Date
  /** It was taken in a moment ago: its paper comes first. */
  fresh?: boolean
  onChanged: () => void
  /** The next person, when there is nothing more to do here. */
  onNext?: DeskAction
}

/** A case at the desk: how it stands, its whole line, its time, and the one next action. */
export function CaseWork({ caseId, at, fresh, onChanged, onNext }: CaseWorkProps) {
  const loaded = useLoad(viewCase, { caseId }, { fresh: true })
  const told = valueOf(loaded)
  const session = useSession()
  const isOpen = told?.status === 'received' || told?.status === 'supplementing'
  const service = useLoad(viewService, { serviceId: told?.serviceId ?? '' }, { when: isOpen })
  const hallId = told?.hallId ?? ''
  const hall = useLoad(viewHall, { hallId }, { when: hallId !== '', keptForHours: HALL_HOURS })
  if (loaded.state === 'failed') return <WorkTrouble trouble={loaded.trouble} onRetry={loaded.reload} />
  if (!told) return <WorkLoading />
  const changed = () => {
    loaded.reload()
    onChanged()
  }
  const today = chinaDay(at)
  return (
    <>
      <View className="desk-m">
        <View className="pane-scroll desk-mid">
          <StaleLine loaded={loaded} reload={loaded.reload} />
          <CaseHead told={told} today={today} onChanged={changed} />
          {told.contacts.length > 0 && session && <AskOnScreen caseId={caseId} personId={session.personId} />}
          <View className="desk-card">
            <View className="desk-card-head">
              <View className="desk-card-name t-b">经过</View>
              {told.trips > 0 && <Text className="t-2 c-2 num">来过大厅{told.trips}趟</Text>}
            </View>
            <View className="desk-card-in">
              <Life told={told} />
            </View>
            <CasePapers told={told} />
          </View>
        </View>
      </View>
      <View className="desk-r" {...{ role: 'region', 'aria-label': '时限和材料' }}>
        <View className="pane-scroll">
          <ClockPane told={told} closes={closingTime(valueOf(hall)?.hours)} today={today} />
          <View className="pane-head t-b">材料</View>
          <CheckedList materials={told.materials} asked={told.supplement?.lacks} />
          <View className="pane-head t-b">照片和附件</View>
          <CaseFiles told={told} onChanged={changed} />
        </View>
      </View>
      <CaseActions
        told={told}
        service={valueOf(service)}
        today={today}
        fresh={fresh}
        onChanged={changed}
        onNext={onNext}
      />
    </>
  )
}
