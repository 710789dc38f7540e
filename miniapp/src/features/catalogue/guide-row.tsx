import { Text, View } from '@tarojs/components'
import { handlingWords } from '@one-window/shared/catalogue/guide'
import type { ServiceSummary } from '@one-window/shared/catalogue/service'
import { Press } from '@/components/press/press'
import { Icon } from '@/components/icon/icon'
import { go } from '@/gateways/go'
import './guide-row.scss'

/** A text in pieces, those that matched a search marked. */
function Marked({ text, marks }: { text: string; marks: readonly string[] }) {
  const found = marks.filter((mark) => mark && text.indexOf(mark) >= 0).sort((a, b) => b.length - a.length)[0]
  if (!found) return <Text>{text}</Text>
  const at = text.indexOf(found)
  return (
    <>
      {at > 0 && <Text>{text.slice(0, at)}</Text>}
      <Text className="mark">{found}</Text>
      {at + found.length < text.length && <Text>{text.slice(at + found.length)}</Text>}
    </>
  )
}

/** The facts of a row in one line: 30个工作日 · 不收费 · 能寄到家 · 村里能办 */
const factsOf = (service: ServiceSummary): string =>
  [
    service.paused && '暂停办理',
    handlingWords(service),
    service.free ? '不收费' : service.feeNote,
    service.post && '能寄到家',
    service.village && '村里能办',
  ]
    .filter(Boolean)
    .join(' · ')

/** A row of the guides: the plain name first, the official name under it, then the facts. */
export function GuideRow({ service, marks = [] }: { service: ServiceSummary; marks?: readonly string[] }) {
  return (
    <Press className="cell" role="link" onPress={() => go.guide(service.serviceId)}>
      <View className="cell-main">
        <View className="t-b">
          <Marked text={service.plainName} marks={marks} />
        </View>
        {service.name !== service.plainName && <View className="cell-note">{service.name}</View>}
        <View className="t-2 c-2">{factsOf(service)}</View>
      </View>
      <View className="cell-go">
        <Icon name="go" />
      </View>
    </Press>
  )
}
