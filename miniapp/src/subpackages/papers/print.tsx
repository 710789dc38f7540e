import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import type { Case } from '@one-window/shared/cases/case'
import { viewCase } from '@one-window/shared/cases/endpoints'
import { viewService } from '@one-window/shared/catalogue/endpoints'
import { publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay } from '@one-window/shared/foundation/time'
import { viewHall } from '@one-window/shared/halls/endpoints'
import { guidePaper } from '@one-window/shared/papers/guide-paper'
import { papersOf } from '@one-window/shared/papers/paper-kinds'
import { paperOf } from '@one-window/shared/papers/paper-of'
import { Blank } from '@/components/blank/blank'
import { Button } from '@/components/button/button'
import { Chip, Chips } from '@/components/chip/chip'
import { Kbd } from '@/components/kbd/kbd'
import { SkelCard } from '@/components/skeleton/skeleton'
import { unmaskReasons, useUnmask } from '@/features/desk/use-unmask'
import { TroubleNotice, WhenLoaded } from '@/features/foundation/states'
import { useLoad, valueOf } from '@/features/foundation/use-load'
import { useNow } from '@/features/foundation/use-now'
import { StaffGate, type Staff } from '@/features/identity/staff-gate'
import { PaperView, type PaperWidth } from '@/features/papers/paper-view'
import { PrintPage } from '@/features/papers/print-page'
import { go, query } from '@/gateways/go'
import { print } from '@/gateways/print'

/** A paper of the desk on the screen as it comes out of the printer: one of a case, or a guide to take home. */
export default function DeskPrint() {
  const { caseId, paper, serviceId = '', missing } = query()
  return (
    <StaffGate title="打印" roles={['window-staff', 'director']}>
      {(staff) =>
        caseId ? (
          <PrintCase caseId={caseId} asked={paper} />
        ) : (
          <PrintGuide staff={staff} serviceId={serviceId} missing={missing ? missing.split(',') : []} />
        )
      }
    </StaffGate>
  )
}

/** The paper that was asked for; else the newest that is for the applicant. */
const chosenOf = (told: Case, asked: string | undefined) => {
  const papers = papersOf(told)
  return papers.find(({ paper }) => paper === asked) ?? papers.filter(({ isInside }) => !isInside).at(-1)
}

function PrintCase({ caseId, asked }: { caseId: string; asked: string | undefined }) {
  const [wanted, want] = useState(asked)
  const [width, setWidth] = useState<PaperWidth>('a4')
  const loaded = useLoad(viewCase, { caseId })
  const told = valueOf(loaded)
  const hallId = told?.hallId ?? ''
  const opened = { when: told !== undefined }
  const service = useLoad(viewService, { serviceId: told?.serviceId ?? '', hallId }, opened)
  const hall = useLoad(viewHall, { hallId }, opened)
  const unmasking = useUnmask({ caseId })
  const { whole, trouble } = unmasking
  const opens = told !== undefined && print !== undefined
  const open = useRef(unmasking.ask)
  open.current = unmasking.ask
  useEffect(() => {
    if (opens) void open.current(unmaskReasons.print)
  }, [opens])
  const name = whole?.name ?? told?.applicant.name
  const chosen = told && chosenOf(told, wanted)
  const isReceipt = chosen?.kind === 'receipt'
  const turn = () => setWidth(width === 'a4' ? 'roll' : 'a4')
  return (
    <PrintPage
      title={chosen?.title ?? '凭证'}
      say={told ? `${name}，${told.serviceName}` : ''}
      ready={whole !== undefined && hall.state === 'ready' && service.state !== 'loading'}
      keys={{ 'Alt+1': isReceipt ? turn : undefined }}
      tools={
        isReceipt && (
          <Button id="width" kind="line" small onPress={turn}>
            {width === 'a4' ? '小票80毫米' : 'A4纸'}
            <Kbd>Alt 1</Kbd>
          </Button>
        )
      }
    >
      {trouble && (
        <View className="paper-trouble">
          <TroubleNotice trouble={trouble} what="没取到全名，先不能打印" />
          <Button kind="soft" small onPress={() => void unmasking.ask(unmaskReasons.print)}>
            再取一次
          </Button>
        </View>
      )}
      <WhenLoaded loaded={loaded} loading={<SkelCard lines={5} />}>
        {(value) => (
          <>
            <OtherPapers told={value} chosen={chosen?.paper} onChoose={want} />
            <WhenLoaded loaded={hall} loading={<SkelCard lines={5} />}>
              {(place) => {
                const calendar = publishedCalendar
                const sources = { hall: place, calendar, service: valueOf(service), name }
                const paper = chosen && paperOf(value, chosen.paper, sources)
                return paper ? (
                  <PaperView paper={paper} width={isReceipt ? width : 'a4'} />
                ) : (
                  <Blank
                    icon="guide"
                    say="这一件没有这张凭证"
                    more="办到那一步，凭证就有了。"
                    way={{ words: '返回', onPress: go.back }}
                  />
                )
              }}
            </WhenLoaded>
          </>
        )}
      </WhenLoaded>
    </PrintPage>
  )
}

interface OtherPapersProps {
  told: Case
  chosen: string | undefined
  onChoose: (paper: string) => void
}

/** The papers of the case, to print another one without leaving. */
function OtherPapers({ told, chosen, onChoose }: OtherPapersProps) {
  const papers = papersOf(told)
  if (papers.length < 2) return null
  return (
    <View className="paper-others">
      <Chips label="这一件的凭证">
        {papers.map(({ paper, title }) => (
          <Chip key={paper} on={paper === chosen} onPress={() => onChoose(paper)}>
            {title}
          </Chip>
        ))}
      </Chips>
    </View>
  )
}

interface PrintGuideProps {
  staff: Staff
  serviceId: string
  missing: readonly string[]
}

function PrintGuide({ staff, serviceId, missing }: PrintGuideProps) {
  const today = chinaDay(useNow())
  const loaded = useLoad(viewService, { serviceId, hallId: staff.hallId })
  const hall = useLoad(viewHall, { hallId: staff.hallId })
  const service = valueOf(loaded)
  return (
    <PrintPage
      title="一次性告知单"
      say={service?.plainName ?? ''}
      ready={service !== undefined && hall.state === 'ready'}
    >
      <WhenLoaded loaded={loaded} loading={<SkelCard lines={5} />}>
        {(value) => (
          <WhenLoaded loaded={hall} loading={<SkelCard lines={5} />}>
            {(place) => <PaperView paper={guidePaper(value, place, today, missing)} />}
          </WhenLoaded>
        )}
      </WhenLoaded>
    </PrintPage>
  )
}
