import { View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { listServices, viewService } from '@one-window/shared/catalogue/endpoints'
import { fourAnswers, materialWords, unconfirmedLine } from '@one-window/shared/catalogue/guide'
import type { Service } from '@one-window/shared/catalogue/service'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { dayWords } from '@one-window/shared/foundation/time'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { Answers, Bullets } from '@/components/answers/answers'
import { Button, Tool } from '@/components/button/button'
import { Card, Cell } from '@/components/card/card'
import { Fold } from '@/components/fold/fold'
import { Page } from '@/components/page/page'
import { SectionTitle } from '@/components/page/section-title'
import { SkelCard, SkelHead, SkelRows } from '@/components/skeleton/skeleton'
import { Steps, type Step } from '@/components/steps/steps'
import { Materials } from '@/features/catalogue/materials'
import { ShareTool } from '@/features/catalogue/share-tool'
import { StaleLine, TroubleBlank } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { myHallId } from '@/features/halls/my-hall'
import { go, query } from '@/gateways/go'
import { dial } from '@/gateways/phone'
import { useReading } from '@/gateways/reading'
import { useShareCard } from '@/gateways/share'
import { speech } from '@/gateways/speech'

const UNSURE = '待县里确认'

const aloud = (service: Service): string =>
  [
    `${service.plainName}。`,
    service.oneLine,
    ...fourAnswers(service).map(({ question, answer }) => `${question}？${answer}。`),
    '要带的材料有：',
    ...service.materials.map((material) => `${material.name}，${materialWords(material)}。`),
  ].join('')

/** A guide (办事指南): the four answers first. */
export default function Guide() {
  const { serviceId = '' } = query()
  const loaded = useLoad(viewService, { serviceId, hallId: myHallId() })
  const hall = useLoad(viewHall, { hallId: myHallId() })
  const service = valueOf(loaded)
  const card = () => ({
    title: service ? `${service.plainName}：要带什么、多久办好` : '办事指南',
    path: `subpackages/guide/index?serviceId=${serviceId}`,
  })
  useShareCard(card)
  useDidHide(() => speech?.stop())

  if (loaded.state === 'failed') {
    return (
      <Page title="办事指南" middle>
        <TroubleBlank trouble={loaded.trouble} onRetry={loaded.reload} />
      </Page>
    )
  }
  if (!service) {
    return (
      <Page title="办事指南" head={<SkelHead />}>
        <SkelCard />
        <SkelRows rows={4} notes />
      </Page>
    )
  }
  const phone = valueOf(hall)?.phone
  const voice = speech
  return (
    <Page
      title="办事指南"
      above={<StaleLine loaded={loaded} reload={loaded.reload} />}
      head={
        <>
          <View className="t-say">{service.plainName}</View>
          {service.name !== service.plainName && <View className="t-2 c-3 mt-1">{service.name}</View>}
          <View className="c-2 mt-2">{service.oneLine}</View>
          <View className="tools">
            {voice && (
              <Tool icon="speak" onPress={() => voice.say(aloud(service))}>
                听一遍
              </Tool>
            )}
            {phone && (
              <Tool icon="phone" onPress={() => dial(phone)}>
                打电话问
              </Tool>
            )}
            <ShareTool shared={card()} />
          </View>
        </>
      }
      dock={
        service.state === 'in-use' && service.bookable ? (
          <Button id="to-book" kind="main" onPress={() => go.slots({ serviceId })}>
            预约办理
          </Button>
        ) : (
          <View className="c-2">
            {service.state === 'in-use' ? '不用预约，直接到大厅办' : '这件事暂停办理'}
          </View>
        )
      }
    >
      <Content service={service} />
    </Page>
  )
}

function Content({ service }: { service: OutputOf<typeof viewService> }) {
  const { elder } = useReading()
  const unsure = unconfirmedLine(service)
  const steps: Step[] = service.steps.map(({ name, actor, days }) => ({
    state: 'plain',
    name,
    time: days > 0 ? `${days}天` : undefined,
    note: actor,
  }))
  return (
    <>
      <Card>
        <Answers
          answers={fourAnswers(service).map(({ unconfirmed, ...answer }) => ({
            ...answer,
            doubt: unconfirmed ? UNSURE : undefined,
          }))}
        />
      </Card>
      <Materials service={service} />
      <Card list>
        <Cell
          id="to-precheck"
          icon="camera"
          title="先拍照让窗口看看"
          note="行不行，来之前就知道"
          onPress={() => go.precheck({ serviceId: service.serviceId })}
        />
      </Card>
      {elder ? (
        <>
          <Fold title="谁能办" side={`${service.conditions.length}条`}>
            <Bullets lines={service.conditions} />
          </Fold>
          <Fold title="怎么办" side={`${steps.length}步`}>
            <Steps steps={steps} />
          </Fold>
        </>
      ) : (
        <>
          <SectionTitle title="谁能办" />
          <Card>
            <Bullets lines={service.conditions} />
          </Card>
          <SectionTitle title="怎么办" />
          <Card>
            <Steps steps={steps} />
          </Card>
        </>
      )}
      <Fold title="依据的法规" side={`${service.legalBasis.length}条`}>
        <Bullets lines={service.legalBasis} />
      </Fold>
      {service.related.length > 0 && !elder && <Related service={service} />}
      {service.own && (
        <View className="t-1 c-3 page-note">{`第${service.own.version}版，${dayWords(service.own.since)}起`}</View>
      )}
      {unsure && <View className="t-1 c-3 page-note">{unsure}</View>}
    </>
  )
}

/** Guides that people of this one often need too. */
function Related({ service }: { service: Service }) {
  const loaded = useLoad(listServices, { domain: service.domain, hallId: myHallId() })
  const rows = (valueOf(loaded)?.services ?? []).filter(({ serviceId }) =>
    service.related.includes(serviceId),
  )
  if (rows.length === 0) return null
  return (
    <>
      <SectionTitle title="您可能还要办" />
      <Card list>
        {rows.map(({ serviceId, plainName }) => (
          <Cell key={serviceId} title={plainName} onPress={() => go.guide(serviceId)} />
        ))}
      </Card>
    </>
  )
}
