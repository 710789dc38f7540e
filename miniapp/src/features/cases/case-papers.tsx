import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Case } from '@one-window/shared/cases/case'
import { chinaDay, shortDay } from '@one-window/shared/foundation/time'
import { downloadPaper } from '@one-window/shared/papers/endpoints'
import { papersOf } from '@one-window/shared/papers/paper-kinds'
import { Card, Cell } from '@/components/card/card'
import { dropFile, openPdf } from '@/gateways/save-file'
import { TroubleNotice } from '../foundation/states'
import { useAction } from '../foundation/use-action'

/** The papers of a case, each a PDF that the phone opens, sends or keeps. */
export function CasePapers({ told }: { told: Case }) {
  const papers = papersOf(told).filter(({ isInside }) => !isInside)
  const download = useAction(downloadPaper)
  const [wanted, want] = useState('')
  const [said, say] = useState('')
  useEffect(() => dropFile, [])
  const open = async (paper: string) => {
    want(paper)
    say('')
    const file = await download.run({ caseId: told.caseId, paper })
    if (file) say(await openPdf(file.fileName, file.pdf))
  }
  return (
    <>
      {download.trouble && (
        <View className="case-trouble">
          <TroubleNotice trouble={download.trouble} what="没打开" />
        </View>
      )}
      <Card list>
        {papers.map(({ paper, title, at }) => (
          <Cell
            key={paper}
            id={`paper-${paper}`}
            icon="case"
            title={title}
            note={wanted === paper ? said : ''}
            side={download.busy && wanted === paper ? '正在打开…' : shortDay(chinaDay(new Date(at)))}
            label={`打开${title}`}
            onPress={() => void open(paper)}
          />
        ))}
      </Card>
    </>
  )
}
