import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { Domain, type HandlingType } from '@one-window/shared/catalogue/service'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Card } from '@/components/card/card'
import { Chip, Chips } from '@/components/chip/chip'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { SearchBox } from '@/components/search-box/search-box'
import { Sheet } from '@/components/sheet/sheet'
import { SkelRows } from '@/components/skeleton/skeleton'
import { Radio } from '@/components/ticks/ticks'
import { GuideRow } from '@/features/catalogue/guide-row'
import { useGuides } from '@/features/catalogue/use-guides'
import { TroubleBlank } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { CallCell } from '@/features/halls/call-cell'
import { myHallId } from '@/features/halls/my-hall'

/** Shown at once, and more at a time: a screen of rows keeps a tap light on an old phone. */
const ROWS = 6

export default function Guides() {
  const [query, setQuery] = useState('')
  const [handling, setHandling] = useState<HandlingType>()
  const [village, setVillage] = useState(false)
  const [legal, setLegal] = useState(false)
  const [domain, setDomain] = useState<Domain>()
  const [choosing, setChoosing] = useState(false)
  const [rows, setRows] = useState(ROWS)
  const guides = useGuides(query, {
    handling,
    domain,
    village: village || undefined,
    audience: legal ? 'legal' : undefined,
  })
  const hall = useLoad(viewHall, { hallId: myHallId() })

  useReachBottom(() => setRows((shown) => shown + ROWS))

  const narrow = (change: () => void) => () => {
    setRows(ROWS)
    change()
  }
  const all = () => {
    setQuery('')
    setHandling(undefined)
    setVillage(false)
    setLegal(false)
    setDomain(undefined)
  }
  const chooseDomain = (next: Domain | undefined) => {
    setDomain(next)
    setChoosing(false)
    setRows(ROWS)
  }

  return (
    <Page
      title="办事指南"
      tab="guides"
      headLow
      head={
        <>
          <SearchBox
            value={query}
            hint="想办什么？低保、盖房、上户口"
            onChange={(text) => {
              setQuery(text)
              setRows(ROWS)
            }}
          />
          <View className="mt-3">
            <Chips label="筛选">
              <Chip
                on={handling === 'immediate'}
                onPress={narrow(() => setHandling(handling ? undefined : 'immediate'))}
              >
                当场办好
              </Chip>
              <Chip on={village} onPress={narrow(() => setVillage(!village))}>
                村里能办
              </Chip>
              <Chip on={legal} onPress={narrow(() => setLegal(!legal))}>
                单位办的
              </Chip>
              <Chip on={domain !== undefined} opens onPress={() => setChoosing(true)}>
                {domain ?? '领域'}
              </Chip>
            </Chips>
          </View>
        </>
      }
      over={
        choosing && (
          <Sheet title="哪一方面的事" onClose={() => setChoosing(false)}>
            <Radio on={domain === undefined} title="全部" onPress={() => chooseDomain(undefined)} />
            {Domain.options.map((one) => (
              <Radio key={one} on={one === domain} title={one} onPress={() => chooseDomain(one)} />
            ))}
          </Sheet>
        )
      }
    >
      {guides.state === 'loading' && <SkelRows rows={5} notes />}
      {guides.state === 'failed' && <TroubleBlank trouble={guides.trouble} onRetry={guides.reload} />}
      {guides.state === 'ready' && guides.found.length === 0 && (
        <Blank
          icon="search"
          say={query ? `没找到“${query}”` : '这样筛选没有办得了的事'}
          more="换个说法试试，比如只写“低保”“上户口”，或者少选几个条件。"
          way={{ words: '看全部', onPress: all }}
        />
      )}
      {guides.state === 'ready' && guides.found.length > 0 && (
        <>
          <SectionTitle title={query ? `找到${guides.total}项` : `一共${guides.total}项`} />
          <Card list>
            {guides.found.slice(0, rows).map(({ service, marks }) => (
              <GuideRow key={service.serviceId} service={service} marks={marks} />
            ))}
          </Card>
          {guides.found.length > rows && (
            <View className="more">
              <Button id="more" onPress={() => setRows(rows + ROWS)}>
                再看几项
              </Button>
            </View>
          )}
        </>
      )}
      <Card list>
        <CallCell phone={valueOf(hall)?.phone} note="没找到？说一下想办什么，我们帮您找" />
      </Card>
    </Page>
  )
}
