import { Text, View } from '@tarojs/components'
import type { GuideView } from '@one-window/shared/catalogue/curated'
import { handlingWords } from '@one-window/shared/catalogue/guide'
import { versionWords, type GuideVersion } from '@one-window/shared/catalogue/guide-version'
import { serviceStateWords } from '@one-window/shared/catalogue/item-words'
import { dayWords, instantWords, type Day } from '@one-window/shared/foundation/time'
import { mayDo, matrix } from '@one-window/shared/identity/matrix'
import type { Role } from '@one-window/shared/foundation/roles'
import { Button, ButtonRow } from '@/components/button/button'
import { Fold } from '@/components/fold/fold'
import { Kbd } from '@/components/kbd/kbd'
import { Notice } from '@/components/notice/notice'
import { Tag } from '@/components/tag/tag'
import { go } from '@/gateways/go'
import { TroubleNotice } from '../foundation/states'
import { Differences } from './differences'
import type { GuideActs } from './use-guide-acts'

interface GuideDetailProps {
  view: GuideView
  role: Role
  today: Day
  acts: GuideActs
  onEdit: () => void
  onReturn: () => void
}

const sourceWords = ({ source: { words, url } }: GuideVersion): string =>
  [words, url].filter(Boolean).join(' ')

/** One guide: what is in force, what waits, and every version with what it changed, who wrote it and who approved it. */
export function GuideDetail({ view, role, today, acts, onEdit, onReturn }: GuideDetailProps) {
  const { inForce, open, history } = view
  const service = open?.service ?? inForce?.service
  const curates = mayDo(matrix.curate, role)
  return (
    <View className="curate-one">
      <View className="curate-name">
        <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
          {service?.plainName || '还没起名的事'}
        </View>
        {inForce && inForce.service.state !== 'in-use' && (
          <Tag kind="bad">{serviceStateWords[inForce.service.state]}</Tag>
        )}
      </View>
      <View className="c-2">{service?.name}</View>
      <View className="c-2">
        {inForce
          ? `现在是第${inForce.version}版，${inForce.since ? `${dayWords(inForce.since)}起生效` : '随系统带来'}，${handlingWords(inForce.service)}`
          : '新的一件事，批准以后才看得到'}
      </View>
      <TroubleNotice trouble={acts.trouble} what="没办成" />
      {open ? (
        <Open view={view} role={role} acts={acts} onEdit={onEdit} onReturn={onReturn} />
      ) : (
        curates && (
          <View className="mt-4">
            <Button kind="main" id="edit-guide" icon="pen" onPress={onEdit}>
              改这份指南
            </Button>
          </View>
        )
      )}
      {curates && inForce && (
        <View className="mt-2">
          <Button kind="text" id="print-guide" onPress={() => go.printGuide(view.serviceId)}>
            打印现在的指南
          </Button>
        </View>
      )}
      {history.map((version) => (
        <Fold
          key={version.version}
          title={`第${version.version}版 ${versionWords(version, inForce?.version, today)}`}
          side={dayWords(version.effectiveFrom)}
        >
          <View className="t-2 c-2">{`${version.author}写，${version.approver ? `${version.approver}批准` : '没有批准'}`}</View>
          <View className="t-2 c-2">依据：{sourceWords(version)}</View>
          <Differences lines={version.differences} />
        </Fold>
      ))}
    </View>
  )
}

/** What somebody works on, and the one next thing to do with it. */
function Open({ view, role, acts, onEdit, onReturn }: Omit<GuideDetailProps, 'today'>) {
  const open = view.open!
  const { told, differences, problems, isOwn } = open
  const waits = told.state === 'awaiting-approval'
  const wrong = problems.filter(({ isWarning }) => !isWarning)
  const look = problems.filter(({ isWarning }) => isWarning)
  const named = { serviceId: view.serviceId, version: told.version, revision: told.revision }
  return (
    <View className="curate-open" {...{ role: 'region', 'aria-label': '正在改的' }}>
      <View className="curate-name">
        <View className="t-b">{`第${told.version}版，${dayWords(told.effectiveFrom)}起`}</View>
        <Tag kind={waits ? 'warn' : 'action'}>{waits ? '待批准' : '草稿'}</Tag>
      </View>
      <View className="t-2 c-2">{`${told.author} ${instantWords(told.savedAt)}写的`}</View>
      <View className="t-2 c-2">依据：{sourceWords(told)}</View>
      {told.returned && <Notice kind="warn">退回来了：{told.returned}</Notice>}
      <View className="mt-3">
        <Differences lines={differences} />
      </View>
      {[...wrong, ...look].map(({ pointer, message, isWarning }) => (
        <View key={`${pointer} ${message}`} className={isWarning ? 't-2 c-warn mt-2' : 't-2 c-bad mt-2'}>
          <Text>{isWarning ? `留意：${message}` : `要改：${message}`}</Text>
        </View>
      ))}
      {mayDo(matrix.curate, role) && (
        <View className="curate-ways">
          <Button
            kind="main"
            id="send-guide"
            busy={acts.busy}
            disabled={waits || wrong.length > 0}
            onPress={() => void acts.send([named])}
          >
            {waits ? '送去了，等批准' : wrong.length > 0 ? `还有${wrong.length}处要改，改好再送` : '送批准'}
          </Button>
          <Button kind="soft" id="edit-guide" icon="pen" onPress={onEdit}>
            {waits ? '拿回来改' : '接着写'}
          </Button>
          <Button
            kind="bad"
            id="withdraw-guide"
            onPress={() => void acts.withdraw(view.serviceId, told.revision)}
          >
            作废这份草稿
          </Button>
        </View>
      )}
      {mayDo(matrix.approveGuides, role) && waits && (
        <View className="curate-ways">
          {isOwn ? (
            <Notice kind="warn">这份是您写的，要由另一位来批准。</Notice>
          ) : (
            <ButtonRow>
              <Button kind="main" id="agree" busy={acts.busy} onPress={() => void acts.agree([named])}>
                同意
                <Kbd>F2</Kbd>
              </Button>
              <Button kind="line" id="give-back" onPress={onReturn}>
                退回
              </Button>
            </ButtonRow>
          )}
        </View>
      )}
    </View>
  )
}
