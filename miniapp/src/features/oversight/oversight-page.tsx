import type { ReactNode } from 'react'
import { chinaClock, chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { Page } from '@/components/page/page'
import { KeysLine, WorkBar } from '@/components/work/work-bar'
import { StaleLine } from '../foundation/states'
import type { Loading } from '../foundation/use-load'
import type { Staff } from '../identity/staff-gate'
import { oversightTabs, type OversightScreen } from './oversight-tabs'
import '@/components/work/work-rows.scss'
import './oversight.scss'

interface OversightPageProps {
  title: string
  staff: Staff
  on: OversightScreen
  at: Date
  count?: number | undefined
  loaded: Loading<unknown>
  keys?: readonly (readonly [string, string])[]
  end?: string
  over?: ReactNode
  children: ReactNode
}

/** A work screen of oversight: its tabs, the stale line, the keys at its foot. */
export function OversightPage(props: OversightPageProps) {
  const { title, staff, on, at, count, loaded, keys, end, over, children } = props
  return (
    <Page
      title={title}
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={oversightTabs(staff.session.role, on, count)}
          when={`${dayWords(chinaDay(at))} ${chinaClock(at)}`}
          who={staff.session.greeting}
        />
      }
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      over={over}
    >
      {children}
      {keys && <KeysLine keys={keys} end={end} />}
    </Page>
  )
}
