import { View } from '@tarojs/components'
import { viewCase } from '@one-window/shared/cases/endpoints'
import { openRatingCode, rateAgain, rateCase } from '@one-window/shared/ratings/endpoints'
import { isPoor, type RatingLevel } from '@one-window/shared/ratings/rating'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelCard, SkelHead } from '@/components/skeleton/skeleton'
import { Radio } from '@/components/ticks/ticks'
import { contactWords } from '@one-window/shared/cases/contacts'
import { TroubleBlank, TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useDraft } from '@/features/foundation/use-draft'
import { useLoad } from '@/features/foundation/use-load'
import { ResidentGate } from '@/features/identity/resident-gate'
import { useMessageAsk } from '@/features/notifications/use-message-ask'
import { LevelFaces, LevelTags } from '@/features/ratings/rate-form'
import { go, query } from '@/gateways/go'

const TEXT_MAX = 200

/** 评价服务: five faces, the tags of the level, words, with or without a name. */
export default function Rate() {
  const { caseId = '', contact = '1', code } = query()
  return code === undefined ? (
    <RateContact caseId={caseId} contact={Number(contact)} />
  ) : (
    <ResidentGate title="评价服务">{() => <OfLink code={code} />}</ResidentGate>
  )
}

/** The link of a message: it opens its contact for its owner, once. */
function OfLink({ code }: { code: string }) {
  const opened = useLoad(openRatingCode, { code })
  if (opened.state === 'ready') return <RateContact {...opened.value} />
  return (
    <Page title="评价服务" middle={opened.state === 'failed'}>
      <WhenLoaded loaded={opened} loading={<SkelCard lines={4} />}>
        {() => null}
      </WhenLoaded>
    </Page>
  )
}

/** By which way the page was opened, as the rating keeps it. */
const channelOf = (from: string | undefined) =>
  from === 'desk-code' || from === 'message' ? from : 'mini-program'

function RateContact({ caseId, contact }: { caseId: string; contact: number }) {
  const { from, again } = query()
  const loaded = useLoad(viewCase, { caseId })
  const rate = useAction(rateCase)
  const rateOnceMore = useAction(rateAgain)
  const askMessages = useMessageAsk('rating')
  const [draft, change, drop] = useDraft(`rating:${caseId}:${contact}:${again ?? ''}`, {
    level: undefined as RatingLevel | undefined,
    tags: [] as string[],
    text: '',
    anonymous: false,
  })
  const { level, tags, text, anonymous } = draft
  const busy = rate.busy || rateOnceMore.busy
  const trouble = rate.trouble ?? rateOnceMore.trouble

  if (loaded.state === 'failed') {
    return (
      <Page title="评价服务" middle>
        <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
      </Page>
    )
  }

  const submit = async () => {
    if (!level) return
    if (isPoor(level) && !again) askMessages?.()
    const said = { caseId, contact, level, tags, text: text.trim() || undefined }
    const given = again
      ? await rateOnceMore.run(said)
      : await rate.run({ ...said, anonymous, channel: channelOf(from) })
    if (!given) return
    drop()
    go.rated(caseId, given.contact)
  }
  const poor = level !== undefined && isPoor(level)

  return (
    <Page
      title="评价服务"
      head={
        loaded.state === 'ready' || loaded.state === 'stale' ? (
          <>
            <View className="t-say">{again ? '改过以后，怎么样？' : '这次办得怎么样？'}</View>
            <View className="t-2 c-2 mt-1">
              {loaded.value.serviceName} · {contactWords({ contact })}
            </View>
            <View className="mt-4">
              <LevelFaces chosen={level} onChoose={(next) => change({ level: next, tags: [] })} />
            </View>
          </>
        ) : (
          <SkelHead />
        )
      }
      dock={
        <>
          <TroubleNotice trouble={trouble} what="没交上去" />
          <Button
            id="submit"
            kind="main"
            className={trouble ? 'mt-2' : ''}
            icon={trouble ? 'retry' : undefined}
            disabled={!level}
            busy={busy}
            onPress={() => void submit()}
          >
            {!level ? '先选一个' : trouble ? '再交一次' : '提交评价'}
          </Button>
        </>
      }
    >
      {level && (
        <LevelTags level={level} tags={tags} onTags={(next) => change({ tags: next })}>
          <View className="mt-3">
            <Field
              id="text"
              kind="area"
              label={poor ? '还想说的(没选上面的，就写一句)' : '还想说的(可以不写)'}
              value={text}
              maxLength={TEXT_MAX}
              onChange={(next) => change({ text: next })}
              note="写的都存在手机里，关掉也不会丢"
            />
          </View>
        </LevelTags>
      )}
      {level && !again && (
        <Card list>
          <Radio
            on={!anonymous}
            title={poor ? '留下电话，请给我回话' : '留名字'}
            note={poor ? '一个工作日内打给您' : '只有监督员看得到'}
            onPress={() => change({ anonymous: false })}
          />
          <Radio
            on={anonymous}
            title="不留名字"
            note={poor ? '照样会查，但没法给您打电话' : '谁也看不到是您评的'}
            onPress={() => change({ anonymous: true })}
          />
        </Card>
      )}
      {again && (
        <Notice kind="quiet" icon="info">
          原来的评价留着，和这次的放在一起看。只能再评一次。
        </Notice>
      )}
      <Notice kind="quiet" icon="shield">
        窗口的人看不到是谁评的。评什么都不影响您办事。
      </Notice>
    </Page>
  )
}
