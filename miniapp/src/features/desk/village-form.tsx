import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Booking } from '@one-window/shared/booking/booking'
import { bookForVillager, listSlots } from '@one-window/shared/booking/endpoints'
import { viewService } from '@one-window/shared/catalogue/endpoints'
import { clockWords, dayWords } from '@one-window/shared/foundation/time'
import { Button } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Chip, Chips } from '@/components/chip/chip'
import { Field } from '@/components/field/field'
import { Kbd } from '@/components/kbd/kbd'
import { SkelRows } from '@/components/skeleton/skeleton'
import { SwitchRow } from '@/components/switch-row/switch-row'
import { useKeys } from '@/gateways/keys'
import { TroubleBlank, TroubleNotice } from '../foundation/states'
import { fieldError, useAction } from '../foundation/use-action'
import { useLoad, valueOf } from '../foundation/use-load'
import { ServicePicker } from './service-picker'

const DAYS = 14

interface VillageFormProps {
  hallId: string
  onBooked: (booking: Booking) => void
}

/** Books for a villager without a phone: what for, who, when, and that they agreed. Nothing of them is kept here. */
export function VillageForm({ hallId, onBooked }: VillageFormProps) {
  const [serviceId, setServiceId] = useState('')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [slotId, setSlotId] = useState('')
  const [agreed, setAgreed] = useState(false)
  const service = valueOf(useLoad(viewService, { serviceId, hallId }, { when: serviceId !== '' }))
  const book = useAction(bookForVillager)
  const ready = serviceId !== '' && name.trim() !== '' && slotId !== '' && agreed
  const send = async () => {
    if (!ready || !agreed) return
    const visitor = { name, phone: phone.trim() || undefined }
    const booking = await book.run({ slotId, serviceId, visitor, agreed })
    if (booking) onBooked(booking)
  }
  useKeys({ F2: ready && !book.busy ? () => void send() : undefined })
  if (serviceId === '') return <ServicePicker onPick={setServiceId} />
  return (
    <>
      <Card list>
        <Cell
          icon="guide"
          title={service?.plainName ?? '正在打开…'}
          note={service?.name}
          side="换一件"
          onPress={() => setServiceId('')}
        />
      </Card>
      <Card title="给谁约">
        <Field
          id="villager-name"
          label="姓名"
          hint="照身份证写"
          maxLength={50}
          value={name}
          onChange={setName}
          error={fieldError(book.trouble, '/visitor/name')}
        />
        <Field
          id="villager-phone"
          kind="phone"
          label="家里人的手机号(没有可以不写)"
          hint="11位数字"
          maxLength={20}
          value={phone}
          onChange={setPhone}
          error={fieldError(book.trouble, '/visitor/phone')}
        />
      </Card>
      <SlotPicker hallId={hallId} serviceId={serviceId} chosen={slotId} onChoose={setSlotId} />
      <Card list>
        <SwitchRow
          id="agreed"
          on={agreed}
          title="本人同意我替他约"
          note="先问本人：姓名、电话只用来约号和通知。会记下您、时间和他同意"
          onPress={() => setAgreed(!agreed)}
        />
      </Card>
      <View className="village-send">
        <TroubleNotice trouble={book.trouble} what="没约上" />
        <Button
          id="book"
          kind="main"
          busy={book.busy}
          busyWords="正在约…"
          disabled={!ready}
          onPress={() => void send()}
        >
          约好
          <Kbd>F2</Kbd>
        </Button>
      </View>
    </>
  )
}

interface SlotPickerProps {
  hallId: string
  serviceId: string
  chosen: string
  onChoose: (slotId: string) => void
}

/** The free slots of the next two weeks, a day at a time. */
function SlotPicker({ hallId, serviceId, chosen, onChoose }: SlotPickerProps) {
  const loaded = useLoad(listSlots, { hallId, serviceId, days: DAYS }, { fresh: true })
  const [picked, setPicked] = useState<string>()
  if (loaded.state === 'failed') return <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
  const open = (valueOf(loaded)?.slots ?? []).filter(({ state, left }) => state === 'open' && left > 0)
  const days = [...new Set(open.map(({ date }) => date))]
  const day = picked !== undefined && days.includes(picked) ? picked : days[0]
  return (
    <Card title="什么时候去大厅">
      {!valueOf(loaded) && <SkelRows rows={2} />}
      {valueOf(loaded) && days.length === 0 && (
        <View className="c-2">这两周约满了。请让人直接到大厅现场取号，照样能办。</View>
      )}
      <Chips label="哪一天">
        {days.map((date) => (
          <Chip key={date} on={date === day} onPress={() => setPicked(date)}>
            {dayWords(date)}
          </Chip>
        ))}
      </Chips>
      <View className="mt-3">
        <Chips label="几点">
          {open
            .filter(({ date }) => date === day)
            .map(({ slotId, start, left }) => (
              <Chip key={slotId} on={slotId === chosen} onPress={() => onChoose(slotId)}>
                {clockWords(start)} <Text className="num">剩{left}</Text>
              </Chip>
            ))}
        </Chips>
      </View>
    </Card>
  )
}
