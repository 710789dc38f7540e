import { View } from '@tarojs/components'
import { viewCase } from '@one-window/shared/cases/endpoints'
import { rateCase } from '@one-window/shared/ratings/endpoints'
import { isPoor, RatingLevel, ratingLevelWords, ratingTags } from '@one-window/shared/ratings/rating'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Faces } from '@/components/faces/faces'
import { Field } from '@/components/field/field'
import { Notice } from '@/components/notice/notice'
import { Page } from '@/components/page/page'
import { SkelHead } from '@/components/skeleton/skeleton'
import { Radio, Tick } from '@/components/ticks/ticks'
import { contactWords } from '@one-window/shared/cases/contacts'
import { TroubleBlank, TroubleNotice } from '@/features/foundation/states'
import { useAction } from '@/features/foundation/use-action'
import { useDraft } from '@/features/foundation/use-draft'
import { useLoad } from '@/features/foundation/use-load'
import { useMessageAsk } from '@/features/notifications/use-message-ask'
import { go, query } from '@/gateways/go'

const TEXT_MAX = 200
const levels = RatingLevel.options.map((level) => ({ level, words: ratingLevelWords[level] }))

/** 评价服务: five faces, the tags of the level, words, with or without a name. */
export default function Rate() {
  const { caseId = '', contact = '1' } = query()
  const loaded = useLoad(viewCase, { caseId })
  const rate = useAction(rateCase)
  const askMessages = useMessageAsk('rating')
  const [draft, change, drop] = useDraft(`rating:${caseId}:${contact}`, {
    level: undefined as RatingLevel | undefined,
    tags: [] as string[],
    text: '',
    anonymous: false,
  })
  const { level, tags, text, anonymous } = draft

  if (loaded.state === 'failed') {
    return (
      <Page title="评价服务" middle>
        <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
      </Page>
    )
  }

  const submit = async () => {
    if (!level) return
    if (isPoor(level)) askMessages?.()
    const given = await rate.run({
      caseId,
      contact: Number(contact),
      level,
      tags,
      text: text.trim() || undefined,
      anonymous,
    })
    if (!given) return
    drop()
    go.rated(caseId, given.contact)
  }
  const toggle = (code: string) =>
    change({ tags: tags.includes(code) ? tags.filter((one) => one !== code) : [...tags, code] })
  const poor = level !== undefined && isPoor(level)

  return (
    <Page
      title="评价服务"
      head={
        loaded.state === 'ready' || loaded.state === 'stale' ? (
          <>
            <View className="t-say">这次办得怎么样？</View>
            <View className="t-2 c-2 mt-1">
              {loaded.value.serviceName} · {contactWords({ contact: Number(contact) })}
            </View>
            <View className="mt-4">
              <Faces
                label="这次办得怎么样"
                levels={levels}
                chosen={level}
                onChoose={(next) => change({ level: next, tags: [] })}
              />
            </View>
          </>
        ) : (
          <SkelHead />
        )
      }
      dock={
        <>
          <TroubleNotice trouble={rate.trouble} what="没交上去" />
          <Button
            id="submit"
            kind="main"
            className={rate.trouble ? 'mt-2' : ''}
            icon={rate.trouble ? 'retry' : undefined}
            disabled={!level}
            busy={rate.busy}
            onPress={() => void submit()}
          >
            {!level ? '先选一个' : rate.trouble ? '再交一次' : '提交评价'}
          </Button>
        </>
      }
    >
      {level && (
        <Card title={poor ? '哪里没办好' : '好在哪里'} side="可以选几样">
          <View className="ticks-in">
            {ratingTags[level].map(({ code, words }) => (
              <Tick key={code} tight on={tags.includes(code)} title={words} onPress={() => toggle(code)} />
            ))}
          </View>
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
        </Card>
      )}
      {level && (
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
      <Notice kind="quiet" icon="shield">
        窗口的人看不到是谁评的。评什么都不影响您办事。
      </Notice>
    </Page>
  )
}
