import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { usualReasons } from '@one-window/shared/prechecks/answer'
import type { PrecheckLine } from '@one-window/shared/prechecks/precheck'
import { Button, ButtonRow } from '@/components/button/button'
import { Field } from '@/components/field/field'
import { Icon } from '@/components/icon/icon'
import { Kbd } from '@/components/kbd/kbd'
import { Press } from '@/components/press/press'
import { useKeys } from '@/gateways/keys'
import { openDocument, shownAt, viewPictures } from '@/gateways/view-file'
import type { Answers } from './answers'

const MOST_LETTERS = 60

interface LookPaneProps {
  line: PrecheckLine
  answer: Answers[string]
  error?: string
  onGood: () => void
  /** Not right: why; the reason may still be empty. */
  onBad: (reason: string) => void
  /** The reason is written: on to the next. */
  onNext: () => void
  onStale: () => void
}

/** One material: its photos as large as there is room, and the two answers. */
export function LookPane({ line, answer, error, onGood, onBad, onNext, onStale }: LookPaneProps) {
  const { files, name, note } = line
  const [at, setAt] = useState(0)
  const file = files[Math.min(at, files.length - 1)]
  const turn = (step: number) => setAt((before) => (before + step + files.length) % files.length)
  const isBad = answer?.ok === false
  const reason = answer?.reason ?? ''
  useKeys({
    Enter: isBad && reason.trim() ? onNext : onGood,
    F4: () => onBad(reason),
    ArrowRight: files.length > 1 ? () => turn(1) : undefined,
    ArrowLeft: files.length > 1 ? () => turn(-1) : undefined,
    ...(isBad &&
      Object.fromEntries(usualReasons.map((words, place) => [`Alt+${place + 1}`, () => onBad(words)]))),
  })
  if (!file) return null
  const isPicture = file.type.indexOf('image/') === 0
  const see = () => {
    if (!file.url) return
    if (isPicture)
      viewPictures(
        files.flatMap(({ url }) => (url ? [shownAt(url)] : [])),
        shownAt(file.url),
      )
    else openDocument(file.url, file.name)
  }
  return (
    <View className="pck-look">
      <View className="pck-look-head">
        <View className="t-b">{name}</View>
        <View className="t-2 c-2">{note}</View>
      </View>
      <Press className="pck-pic" label={`放大看${name}`} onPress={see}>
        {isPicture && file.url ? (
          <Image className="pck-img" src={shownAt(file.url)} mode="aspectFit" onError={onStale} />
        ) : (
          <View className="pck-doc">
            <Icon name="case" />
            <Text>{file.name}</Text>
            <Text className="c-action">打开看{file.pages ? `(${file.pages}页)` : ''}</Text>
          </View>
        )}
      </Press>
      {files.length > 1 && (
        <View className="pck-turn">
          <Button kind="line" small label="上一张" onPress={() => turn(-1)}>
            上一张
          </Button>
          <Text className="num">
            第{Math.min(at, files.length - 1) + 1}张，共{files.length}张
          </Text>
          <Button kind="line" small label="下一张" onPress={() => turn(1)}>
            下一张
          </Button>
        </View>
      )}
      <View className="pck-answer">
        <ButtonRow>
          <Button id="answer-good" kind={answer?.ok ? 'main' : 'soft'} icon="check" onPress={onGood}>
            行<Kbd>Enter</Kbd>
          </Button>
          <Button
            id="answer-bad"
            kind={isBad ? 'bad' : 'line'}
            icon="x"
            className={isBad ? 'pck-no' : ''}
            onPress={() => onBad(reason)}
          >
            不行
            <Kbd>F4</Kbd>
          </Button>
        </ButtonRow>
        {isBad && (
          <>
            <View className="pck-reasons" {...{ role: 'group', 'aria-label': '常用的原因' }}>
              {usualReasons.map((words, place) => (
                <Press
                  key={words}
                  role="radio"
                  on={words === reason}
                  className={words === reason ? 'pck-reason is-on' : 'pck-reason'}
                  onPress={() => onBad(words)}
                >
                  {words}
                  <Kbd>{`Alt ${place + 1}`}</Kbd>
                </Press>
              ))}
            </View>
            <Field
              id="bad-reason"
              label="哪里不行，该怎么改(群众看得到)"
              hint="比如：少了第2页，请补拍"
              maxLength={MOST_LETTERS}
              value={reason}
              onChange={onBad}
              error={error}
            />
          </>
        )}
      </View>
    </View>
  )
}
