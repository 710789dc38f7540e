import { Text, View } from '@tarojs/components'
import type { Service } from '@one-window/shared/catalogue/service'
import type { Case } from '@one-window/shared/cases/case'
import { chinaDay } from '@one-window/shared/foundation/time'
import type { Hall } from '@one-window/shared/halls/hall'
import { Qr } from '@/components/qr/qr'
import { Paper, PaperRows } from './paper'
import { countsFrom, paperDay, paperDayWithWeekday, paperInstant } from './paper-words'

interface NoticePaperProps {
  told: Case
  /** The whole name of the applicant; masked where it could not be opened. */
  name: string
  /** What the guide adds; the notice stands without it. */
  service?: Service
  hall?: Pick<Hall, 'phone'>
}

const receivedOf = ({ materials }: Case) => materials.filter(({ state }) => state === 'received')

/** 受理通知书, or 不予受理通知书: number, item, applicant, dates, seal and signature (行政许可法 art. 32). */
export function NoticePaper({ told, name, service, hall }: NoticePaperProps) {
  const declined = told.events.find(({ action }) => action === 'decline')
  const decidedAt = declined?.at ?? told.acceptedAt ?? told.receivedAt
  const received = receivedOf(told)
  return (
    <Paper>
      <View className="paper-number num">编号 {told.caseNumber}</View>
      <View className="paper-title">{declined ? '不予受理通知书' : '受理通知书'}</View>
      <View className="paper-text t-b">{name}：</View>
      <View className="paper-text is-in">
        您{paperDay(chinaDay(new Date(told.receivedAt)))}申请办理
        <Text className="t-b">{told.officialName}</Text>
        {declined ? '，经审查，我们不予受理。' : '，材料齐全，符合法定形式，我们已经受理。'}
      </View>
      {declined ? (
        <View className="paper-box">
          <View>
            <View>不予受理的原因</View>
            <View className="paper-reason">{declined.note ?? '见窗口说明'}</View>
          </View>
        </View>
      ) : (
        <PromiseBox told={told} service={service} />
      )}
      <PaperRows
        rows={[
          { name: '事项', value: told.officialName },
          { name: '申请人', value: [name, told.applicant.idNumber].filter(Boolean).join(' ') },
          { name: declined ? '决定时间' : '受理时间', value: paperInstant(decidedAt) },
          {
            name: '收到的材料',
            value:
              received.length > 0
                ? received.map(({ name }, at) => `${at + 1}. ${name}`).join('　')
                : '没有收材料',
          },
          ...(service && !declined
            ? [
                { name: '收费', value: service.feeNote },
                { name: '办成拿到', value: service.resultName },
              ]
            : []),
        ]}
      />
      <View className="paper-ask">
        <Qr text={told.caseNumber} label={`办件编号${told.caseNumber}的二维码`} />
        <View className="paper-ask-words">
          <View className="t-b">查进度</View>
          <View>来任何一个窗口扫左边的码，或者报编号</View>
          <View>
            小程序“我的”里点“查办件”，填编号{told.queryCode ? `和查询码 ${told.queryCode}` : '和查询码'}
          </View>
          <View>咨询和监督电话 {hall?.phone ?? '____________(以大厅公布为准)'}</View>
        </View>
      </View>
      {declined && (
        <View className="paper-text is-small">
          对这个决定不服，可以自收到本通知书之日起60日内申请行政复议，或者6个月内提起行政诉讼。
        </View>
      )}
      <View className="paper-grow" />
      <View className="paper-sign">
        <View className="paper-lines">
          <View className="paper-line">申请人签收</View>
          <View className="paper-line">{declined ? '经办人' : '受理人'}</View>
        </View>
        <View className="paper-seal">
          <View>{told.hallName}</View>
          <View>{paperDay(chinaDay(new Date(decidedAt)))}</View>
          <View>盖章处</View>
        </View>
      </View>
      <View className="paper-foot">
        一式两份，申请人、政务服务中心各存一份。
        {!declined && '过了上面的期限没办好，可以拿本通知书向政务服务中心反映。'}
      </View>
    </Paper>
  )
}

function PromiseBox({ told, service }: { told: Case; service?: Service }) {
  const from = told.acceptedAt && `从${countsFrom(told.acceptedAt)}起算`
  const legal = service?.statutoryDays ? `法定${service.statutoryDays}个工作日` : ''
  if (told.handlingType === 'immediate') {
    return (
      <View className="paper-box">
        <View>
          <View>即办件</View>
          <View className="paper-big">当场办好</View>
        </View>
      </View>
    )
  }
  const promise = `承诺${told.promisedDays}个工作日`
  return (
    <View className="paper-box">
      <View>
        <View>{told.promisedDay ? '最晚在这一天办好' : '最晚办好'}</View>
        <View className="paper-big">
          {told.promisedDay ? paperDayWithWeekday(told.promisedDay) : `${told.promisedDays}个工作日内`}
        </View>
        {!told.promisedDay && told.promisedDayPending && (
          <View>到期日待{told.promisedDayPending}年放假安排公布后确定，确定了可以来窗口问</View>
        )}
      </View>
      <View className="paper-box-side">
        {[promise, from, legal].filter(Boolean).map((line) => (
          <View key={line}>{line}</View>
        ))}
      </View>
    </View>
  )
}
