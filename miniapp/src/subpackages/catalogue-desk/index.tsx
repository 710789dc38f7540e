import { View } from '@tarojs/components'
import { useState } from 'react'
import { listGuides, viewGuide } from '@one-window/shared/catalogue/endpoints'
import type { Role } from '@one-window/shared/foundation/roles'
import { chinaClock, chinaDay, dayWords } from '@one-window/shared/foundation/time'
import { mayDo, matrix } from '@one-window/shared/identity/matrix'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelCard, SkelRows } from '@/components/skeleton/skeleton'
import { KeysLine, WorkBar } from '@/components/work/work-bar'
import '@/features/catalogue/curate.scss'
import { GuideDetail } from '@/features/catalogue/guide-detail'
import { GuideEditor } from '@/features/catalogue/guide-editor'
import { GuideList, type Show } from '@/features/catalogue/guide-list'
import { Bulk, namedOf } from '@/features/catalogue/guide-bulk'
import { useExport } from '@/features/catalogue/use-export'
import { useGuideActs } from '@/features/catalogue/use-guide-acts'
import { deskTabs } from '@/features/desk/desk-tabs'
import { ReasonSheet } from '@/features/desk/reason-sheet'
import { StaleLine, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { usePaused } from '@/features/foundation/use-paused'
import { usePlace } from '@/features/foundation/use-place'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { go } from '@/gateways/go'
import { focusField, useKeys } from '@/gateways/keys'

/** Those who keep the guides of a hall: the director writes, the leader approves. */
export default function CatalogueDesk() {
  return (
    <StaffGate title="事项和指南" roles={['director', 'leader']}>
      {(staff) => <Keeping staff={staff} />}
    </StaffGate>
  )
}

const keysOf = (role: Role) =>
  [
    ['↑↓', '换一件'],
    ['/', '找'],
    ['F2', role === 'leader' ? '同意' : '存草稿'],
    ['Esc', '返回'],
  ] as const

function Keeping({ staff }: { staff: Staff }) {
  const { hallId, session } = staff
  const { role, personId } = session
  const at = useNow()
  const today = chinaDay(at)
  const [query, setQuery] = useState('')
  const [show, setShow] = usePlace<Show>('guides shown', personId, role === 'leader' ? 'awaiting' : 'all')
  const [chosen, choose] = usePlace<string | undefined>('guide', personId, undefined)
  const [editing, setEditing] = usePlace<'guide' | 'new' | undefined>('guide edited', personId, undefined)
  const [returning, setReturning] = useState(false)
  const [told, setTold] = useState('')
  const asked = usePaused(query)
  const loaded = useLoad(listGuides, { hallId, query: asked, show }, { fresh: true })
  const view = useLoad(viewGuide, { hallId, serviceId: chosen ?? '' }, { when: chosen !== undefined })
  const saving = useExport(hallId, setTold)
  const rows = valueOf(loaded)?.guides ?? []

  const refresh = (words: string) => {
    setTold(words)
    setReturning(false)
    loaded.reload()
    if (chosen !== undefined) view.reload()
  }
  const acts = useGuideActs(hallId, refresh)
  const pick = (serviceId: string) => {
    acts.calm()
    setTold('')
    setEditing(undefined)
    choose(serviceId)
  }
  const close = () => (editing ? setEditing(undefined) : choose(undefined))
  const step = (by: number) => {
    const place = rows.findIndex(({ serviceId }) => serviceId === chosen)
    const next = rows[place < 0 ? 0 : place + by]
    if (next) pick(next.serviceId)
  }
  useKeys({
    ArrowDown: editing ? undefined : () => step(1),
    ArrowUp: editing ? undefined : () => step(-1),
    '/': editing ? undefined : () => focusField('search'),
    Escape: chosen !== undefined || editing ? close : undefined,
  })

  const shown = valueOf(view)
  const open = shown?.serviceId === chosen ? shown?.open : undefined
  const awaits = role === 'leader' && open?.told.state === 'awaiting-approval' && !open.isOwn
  useKeys({ F2: awaits ? () => void acts.agree([namedOf(chosen ?? '', open.told)]) : undefined })
  const beside = () => {
    if (editing === 'new' || (editing === 'guide' && shown?.serviceId === chosen)) {
      return (
        <GuideEditor
          key={editing === 'new' ? 'new' : `${chosen} ${open?.told.revision}`}
          hallId={hallId}
          view={editing === 'new' ? undefined : shown}
          today={today}
          onClose={close}
          onSaved={(serviceId) => {
            setEditing(undefined)
            choose(serviceId)
            refresh('草稿存好了，看看改了什么，再送批准')
          }}
        />
      )
    }
    if (chosen === undefined) return <Blank icon="guide" say="选一件事看看" more={hints[role] ?? ''} />
    return (
      <WhenLoaded loaded={view} loading={<SkelCard lines={5} />}>
        {(value) =>
          value.serviceId === chosen ? (
            <GuideDetail
              view={value}
              role={role}
              today={today}
              acts={acts}
              onEdit={() => setEditing('guide')}
              onReturn={() => setReturning(true)}
            />
          ) : (
            <SkelRows rows={4} />
          )
        }
      </WhenLoaded>
    )
  }

  const classes = ['curate', (chosen !== undefined || editing) && 'is-open', editing && 'is-editing']
  return (
    <Page
      title="事项和指南"
      workBar={
        <WorkBar
          name={staff.hallName}
          tabs={
            role === 'director' ? deskTabs(session, 'guides') : [{ words: '指南', on: true, onPress: close }]
          }
          when={`${dayWords(today)} ${chinaClock(at)}`}
          who={session.greeting}
        />
      }
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      over={
        returning &&
        open && (
          <ReasonSheet
            about={`guide:${chosen}:${open.told.version}`}
            title="退回给主任"
            say="写清楚要改哪里，主任看得到。"
            label="原因"
            hint="承诺时限和省平台的不一样"
            action="退回"
            busy={acts.busy}
            trouble={acts.trouble}
            onClose={() => setReturning(false)}
            onSay={(reason) => void acts.giveBack(namedOf(chosen ?? '', open.told), reason)}
          />
        )
      }
    >
      {told && <Notice kind="done">{told}</Notice>}
      <View className={classes.filter(Boolean).join(' ')}>
        <View className="curate-list" {...{ role: 'region', 'aria-label': '事项' }}>
          <View className="curate-top">
            {mayDo(matrix.curate, role) && (
              <>
                <Button kind="soft" small id="new-guide" onPress={() => setEditing('new')}>
                  新增一件
                </Button>
                <Button kind="line" small id="to-import" onPress={go.importTable}>
                  导入表
                </Button>
              </>
            )}
            <Button
              kind="line"
              small
              id="export"
              busy={saving.busy}
              busyWords="正在导出…"
              onPress={saving.run}
            >
              导出进驻事项表
            </Button>
          </View>
          <GuideList
            hallId={hallId}
            loaded={loaded}
            query={query}
            show={show}
            chosen={chosen}
            onQuery={setQuery}
            onShow={setShow}
            onPick={pick}
            bulk={(all) => <Bulk rows={all} role={role} show={show} acts={acts} />}
          />
        </View>
        <View className="curate-side" {...{ role: 'region', 'aria-label': '这一件' }}>
          <View className="curate-back">
            <Button kind="text" icon="back" onPress={close}>
              返回
            </Button>
          </View>
          {beside()}
        </View>
      </View>
      <KeysLine keys={keysOf(role)} />
    </Page>
  )
}

const hints: Readonly<Partial<Record<Role, string>>> = {
  director: '改指南、新增事项都从这里；写好送分管领导批准，到了生效日群众就看到新的。',
  leader: '先看改了什么，再同意或退回。',
}
