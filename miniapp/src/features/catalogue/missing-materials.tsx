import { materialWords } from '@one-window/shared/catalogue/guide'
import type { Service } from '@one-window/shared/catalogue/service'
import { Card } from '@/components/card/card'
import { Notice } from '@/components/notice/notice'
import { SectionTitle } from '@/components/page/section-title'
import { Tick } from '@/components/ticks/ticks'
import { usePreparation } from './use-preparation'

/** What this person must bring and has not put ready yet; can be ticked on the spot. */
export function MissingMaterials({ service }: { service: Service }) {
  const preparation = usePreparation(service)
  const { bring, missing, undecided } = preparation
  if (missing.length === 0 && undecided.length === 0) {
    return <Notice kind="done">材料都备齐了，一共{bring.length}样，记得带上。</Notice>
  }
  return (
    <>
      <SectionTitle
        title={missing.length > 0 ? `还差${missing.length}样材料` : '还有几样要看情况'}
        count={`已备${bring.length - missing.length}/${bring.length}`}
      />
      <Card list>
        {missing.map((material) => (
          <Tick
            key={material.materialId}
            on={false}
            title={material.name}
            note={materialWords(material)}
            onPress={() => preparation.toggle(material)}
          />
        ))}
        {undecided.map(({ material, question }) => (
          <Tick
            key={material.materialId}
            on={preparation.isReady(material)}
            title={material.name}
            note={question.text}
            onPress={() => preparation.toggle(material)}
          />
        ))}
      </Card>
    </>
  )
}
