import { Text, View } from '@tarojs/components'
import type { Case } from '@one-window/shared/cases/case'
import { caseSentence, whatToDo } from '@one-window/shared/cases/case-words'
import { caseStatusWords, isOver } from '@one-window/shared/cases/lifecycle'
import { caseSettings } from '@one-window/shared/cases/settings'
import { addWorkingDays, publishedCalendar } from '@one-window/shared/foundation/calendar'
import { chinaDay, dayWords, instantWords, shortDay, type Day } from '@one-window/shared/foundation/time'
import { realNameWords } from '@one-window/shared/identity/session'
import { papersOf } from '@one-window/shared/papers/paper-kinds'
import { LinkWord } from '@/components/button/button'
import { Icon } from '@/components/icon/icon'
import { Notice } from '@/components/notice/notice'
import { Tag } from '@/components/tag/tag'
import { go } from '@/gateways/go'
import { useKeys } from '@/gateways/keys'
import { UnmaskButton } from '../desk/unmask-button'
import { useUnmask } from '../desk/use-unmask'
import { EnteredNumber } from '../entries/number-field'
import './case-head.scss'

interface CaseHeadProps {
  told: Case
  today: Day
  /** Where it is decided: what only the windows need is left out. */
  inOffice?: boolean
  onChanged: () => void
}

/** A case at a glance: its numbers, the sentence its owner reads on the phone, and whose it is. */
export function CaseHead({ told, today, inOffice, onChanged }: CaseHeadProps) {
  const { caseId, caseNumber, queryCode, applicant, realName, agent, outcome, status } = told
  const unmasking = useUnmask({ caseId })
  const { name, phone, idNumber } = unmasking.whole ?? applicant
  const sentence = caseSentence(told, today).join('，')
  const to = whatToDo(told, today)
  const kind = outcome === 'refused' || status === 'declined' ? 'warn' : isOver(status) ? 'done' : 'action'
  return (
    <View className="case-head">
      <View className="case-head-ids t-2 c-2 num">
        <Text>{caseNumber}</Text>
        {queryCode && !inOffice && <Text>查询码{queryCode}</Text>}
        <EnteredNumber
          caseId={caseId}
          platformNumber={told.platformNumber}
          mayEnter={!inOffice && told.actions.includes('enter')}
          onEntered={onChanged}
        />
      </View>
      <View className="t-say" {...{ role: 'heading', 'aria-level': '2' }}>
        {sentence}
      </View>
      <View className="case-head-what">
        <Text className="t-4 t-b">{told.serviceName}</Text>
        <Tag kind={kind}>{caseStatusWords[status]}</Tag>
        <Tag>{told.handlingType === 'immediate' ? '即办件' : '承诺件'}</Tag>
      </View>
      {told.officialName !== told.serviceName && <View className="t-2 c-2">{told.officialName}</View>}
      <View className="case-head-who num">
        <Text className="t-b">{name}</Text>
        <Text className="t-2 c-2">
          {[idNumber, phone ?? '没有留电话', realName && realNameWords[realName]].filter(Boolean).join('，')}
        </Text>
        <UnmaskButton unmasking={unmasking} keyed />
      </View>
      {agent && (
        <View className="t-2 c-2">
          代办人{agent.name}，申请人的{agent.relation}
        </View>
      )}
      {!inOffice && (
        <View className="case-phone t-2">
          <Icon name="me" />
          <Text>
            <Text className="t-b">本人在手机上看到：</Text>
            {sentence}。{to.say}。
          </Text>
        </View>
      )}
      <Waits told={told} today={today} />
    </View>
  )
}

/** What is waited for, and until when. */
function Waits({ told, today }: { told: Case; today: Day }) {
  const { status, supplement, gaps, ask, invited, receivedAt } = told
  const tell =
    status === 'received'
      ? addWorkingDays(
          publishedCalendar,
          chinaDay(new Date(receivedAt)),
          caseSettings.supplementNoticeWorkingDays,
        )
      : undefined
  return (
    <>
      {tell && 'day' in tell && (
        <Notice kind={tell.day <= today ? 'warn' : 'quiet'} icon="clock">
          {dayWords(tell.day)}前不说缺什么，就算受理了
        </Notice>
      )}
      {status === 'supplementing' && supplement && (
        <Notice kind={supplement.until < today ? 'warn' : 'quiet'} icon="clock">
          {shortDay(supplement.until)}前补来。{supplement.until < today && '过期了，可以退件；先打电话问问。'}
        </Notice>
      )}
      {gaps && (
        <Notice kind={gaps.until < today ? 'warn' : 'quiet'} icon="clock">
          容缺：{gaps.names.join('、')}，{shortDay(gaps.until)}前补来
        </Notice>
      )}
      {ask && (
        <Notice kind="info" icon="pause">
          {ask.by}
          {instantWords(ask.at)}申请{ask.of === 'pause' ? '暂停' : '延长'}
          {ask.workingDays}个工作日，等主任批：{ask.reason}
        </Notice>
      )}
      {invited && (
        <Notice kind="info" icon="people">
          联席会还等{invited.join('、')}的意见
        </Notice>
      )}
    </>
  )
}

/** The papers of a case, the newest on a key. */
export function CasePapers({ told }: { told: Case }) {
  const papers = papersOf(told).reverse()
  const open = (paper: string) => go.printPaper(told.caseId, paper)
  useKeys({ p: () => open(papers[0]!.paper) })
  return (
    <View className="case-papers t-2">
      <Text className="c-2">打印</Text>
      {papers.map(({ paper, title }) => (
        <LinkWord key={paper} onPress={() => open(paper)}>
          {title}
        </LinkWord>
      ))}
    </View>
  )
}
