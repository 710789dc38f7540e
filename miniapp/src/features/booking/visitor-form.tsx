import { View } from '@tarojs/components'
import type { Relation } from '@one-window/shared/booking/booking'
import { Card, Cell } from '@/components/card/card'
import { Field } from '@/components/field/field'
import { Segment } from '@/components/segment/segment'
import { Skel } from '@/components/skeleton/skeleton'
import { Tick } from '@/components/ticks/ticks'
import type { Trouble } from '@/gateways/refusal'
import { fieldError } from '../foundation/use-action'
import type { VisitorDraft } from './use-visitor'

const whoWords: readonly { value: Relation; words: string }[] = [
  { value: 'self', words: '我自己' },
  { value: 'family', words: '家人' },
  { value: 'villager', words: '帮村民' },
]

interface VisitorFormProps {
  visitor: VisitorDraft
  trouble: Trouble | undefined
}

/** 给谁办: who comes, whom to call, and for somebody else that they agree. */
export function VisitorForm({ visitor, trouble }: VisitorFormProps) {
  const { who, name, phone, known, agreed } = visitor
  const isSelf = who === 'self'
  return (
    <>
      <Card>
        <Segment label="给谁办" options={whoWords} chosen={who} onChoose={visitor.choose} />
        <View className="mt-4">
          <Field
            id="name"
            label="来办事的人"
            hint="姓名"
            maxLength={50}
            value={name}
            onChange={visitor.setName}
            error={fieldError(trouble, '/visitor/name')}
          />
          {visitor.isLooking ? (
            <View className="field-box">
              <Skel width="40%" height="14px" />
              <Skel height="48px" />
            </View>
          ) : (
            visitor.typesPhone && (
              <Field
                id="phone"
                kind="phone"
                label="有变化打给谁"
                hint="手机号"
                maxLength={20}
                value={phone}
                onChange={visitor.setPhone}
                error={fieldError(trouble, '/visitor/phone')}
                note={
                  isSelf && !known
                    ? '窗口平时只看得到头尾；登记下来，下次不用再填'
                    : '窗口平时只看得到头尾；办完就从手机里清掉'
                }
              />
            )
          )}
        </View>
      </Card>
      {known && !visitor.isLooking && (
        <Card list>
          <Cell
            id={visitor.typesPhone ? 'use-known' : 'type-phone'}
            icon="phone"
            title={visitor.typesPhone ? '还是打我登记的手机' : '有变化打给谁'}
            note={known}
            side={visitor.typesPhone ? undefined : '换一个'}
            arrow="none"
            onPress={visitor.typesPhone ? visitor.useKnown : visitor.typePhone}
          />
        </Card>
      )}
      {!isSelf && (
        <>
          <Card>
            <View className="ticks-in">
              <Tick
                on={agreed}
                title="本人同意我替他预约、留电话"
                note="这一条会记下来，窗口看得到"
                onPress={() => visitor.setAgreed(!agreed)}
              />
            </View>
          </Card>
        </>
      )}
    </>
  )
}
