import { View } from '@tarojs/components'
import { blankService } from '@one-window/shared/catalogue/blank-service'
import { problemsOfGuide } from '@one-window/shared/catalogue/check-guide'
import type { GuideView } from '@one-window/shared/catalogue/curated'
import { differenceOf } from '@one-window/shared/catalogue/difference'
import { saveGuide } from '@one-window/shared/catalogue/endpoints'
import type { Service } from '@one-window/shared/catalogue/service'
import { addDays, isDay, type Day } from '@one-window/shared/foundation/time'
import { Button } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { useKeys } from '@/gateways/keys'
import { TroubleNotice } from '../foundation/states'
import { fieldError, useAction } from '../foundation/use-action'
import { useDraft } from '../foundation/use-draft'
import { Differences } from './differences'
import { MaterialFields, StepFields } from './list-fields'
import './editor.scss'
import { MoreFields, WordFields } from './guide-fields'
import { LimitFields } from './limit-fields'

interface GuideEditorProps {
  hallId: string
  /** Absent for a new service. */
  view: GuideView | undefined
  today: Day
  onClose: () => void
  onSaved: (serviceId: string) => void
}

interface Written {
  service: Service
  effectiveFrom: string
  words: string
  url: string
}

const withoutBlanks = (lines: readonly string[]): string[] =>
  lines.map((line) => line.trim()).filter((line) => line !== '')
/** What is sent: lists of sentences without the empty lines that writing leaves. */
const tidy = (service: Service): Service => ({
  ...service,
  conditions: withoutBlanks(service.conditions),
  legalBasis: withoutBlanks(service.legalBasis),
  everydayWords: withoutBlanks(service.everydayWords),
})

/** Writes a guide; what it says otherwise than the one in force stands beside it all the time. */
export function GuideEditor({ hallId, view, today, onClose, onSaved }: GuideEditorProps) {
  const { open, inForce, serviceId } = view ?? {}
  const begin: Written = {
    service: (open?.service ?? inForce?.service ?? blankService('', '', null)) as Service,
    effectiveFrom: open?.told.effectiveFrom ?? addDays(today, 1),
    words: open?.told.source.words ?? '',
    url: open?.told.source.url ?? '',
  }
  const basis = `${serviceId ?? 'new'}:${inForce?.version ?? 0}:${open?.told.revision ?? 0}`
  const [written, write, drop] = useDraft<Written>(`guide:${hallId}:${basis}`, begin)
  const saving = useAction(saveGuide)
  const { service, effectiveFrom, words, url } = written
  const change = (next: Partial<Service>) => write({ service: { ...service, ...next } })

  const live = problemsOfGuide(tidy(service)).filter(({ isWarning }) => !isWarning)
  const refused = saving.trouble?.kind === 'refused' ? saving.trouble.errors : []
  const said = [
    ...live,
    ...refused.map(({ pointer, message }) => ({ pointer: pointer.replace(/^\/service/, ''), message })),
  ]
  /** What is wrong with a field, or with a list as a whole. */
  const whole = (place: string) => said.find(({ pointer }) => pointer === place)?.message
  const error = (place: string) =>
    whole(place) ?? said.find(({ pointer }) => pointer.indexOf(`${place}/`) === 0)?.message
  const lines = differenceOf((inForce?.service ?? blankService('', '', null)) as Service, tidy(service))

  const save = async () => {
    const { serviceId: _id, ...fields } = tidy(service)
    const answer = await saving.run({
      hallId,
      serviceId,
      revision: open?.told.revision,
      service: fields,
      effectiveFrom,
      source: { words, ...(url && { url }) },
    })
    if (!answer) return
    drop()
    onSaved(answer.serviceId)
  }
  useKeys({ F2: () => void save(), Escape: onClose })

  const part = { service, error, onChange: change }
  return (
    <View className="editor">
      <View className="editor-fields" {...{ role: 'form', 'aria-label': '写指南' }}>
        <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
          {view ? `改“${service.plainName}”` : '新增一件事'}
        </View>
        <WordFields {...part} />
        <LimitFields {...part} />
        <View className="editor-part">材料清单</View>
        {whole('/materials') && <View className="field-note is-bad">{whole('/materials')}</View>}
        <MaterialFields {...part} />
        <View className="editor-part">办理步骤</View>
        {whole('/steps') && <View className="field-note is-bad">{whole('/steps')}</View>}
        <StepFields {...part} />
        <MoreFields {...part} />
      </View>
      <View className="editor-side" {...{ role: 'region', 'aria-label': '改了什么' }}>
        <View className="t-b">和现在的比</View>
        <Differences lines={lines} />
        <Field
          id="effective-from"
          label="从哪天起生效"
          hint="2026-11-28"
          maxLength={10}
          value={effectiveFrom}
          error={
            fieldError(saving.trouble, '/effectiveFrom') ??
            (effectiveFrom === '' || isDay(effectiveFrom) ? undefined : '没有这一天，照2026-11-28这样写')
          }
          note="批准晚了，就从批准那天起"
          onChange={(day) => write({ effectiveFrom: day.trim() })}
        />
        <Field
          id="source-words"
          label="依据"
          hint="省实施清单、县里哪份通知"
          maxLength={200}
          value={words}
          error={fieldError(saving.trouble, '/source/words')}
          onChange={(text) => write({ words: text })}
        />
        <Field
          id="source-url"
          label="网址（可以不写）"
          hint="https://"
          maxLength={500}
          value={url}
          error={fieldError(saving.trouble, '/source/url')}
          onChange={(text) => write({ url: text.trim() })}
        />
        <TroubleNotice trouble={saving.trouble} what="没存上" />
        <View className="curate-ways">
          <Button
            kind="main"
            id="save-guide"
            busy={saving.busy}
            busyWords="正在存…"
            onPress={() => void save()}
          >
            存草稿
            <Kbd>F2</Kbd>
          </Button>
          <Button kind="line" id="close-editor" onPress={onClose}>
            先不改了
          </Button>
        </View>
        <View className="t-2 c-3">写过的都留着，下次打开接着写。</View>
      </View>
    </View>
  )
}
