import { bookingStatusWords } from '@one-window/shared/booking/lifecycle'
import { caseStatusWords } from '@one-window/shared/cases/lifecycle'
import type { OutputOf } from '@one-window/shared/foundation/endpoint'
import { chinaDay, instantWords, whenWords } from '@one-window/shared/foundation/time'
import type { copyMyData } from '@one-window/shared/identity/endpoints'
import { realNameWords } from '@one-window/shared/identity/session'
import { precheckStatusWords } from '@one-window/shared/prechecks/lifecycle'
import { ratingLevelWords } from '@one-window/shared/ratings/rating'

type Copy = OutputOf<typeof copyMyData>

const part = (title: string, lines: readonly string[]): string =>
  [title, ...(lines.length > 0 ? lines.map((line) => `  ${line}`) : ['  没有'])].join('\n')

/** The file's name; says nothing about the person. */
export const copyName = ({ copiedAt }: Copy): string => `my-data-${chinaDay(new Date(copiedAt))}.txt`

/** A copy of one's data as a text: first for reading, then whole as JSON for other programs. */
export const copyText = (copy: Copy): string => {
  const { person, bookings, cases, ratings, messages, prechecks, files } = copy
  return [
    `我的数据，${instantWords(copy.copiedAt)}下载`,
    part('本人', [
      `姓名：${person.name ?? '没填'}`,
      `手机号：${person.phone ?? '没填'}`,
      `身份证号：${person.idNumber ?? '没填'}`,
      `核到哪一步：${realNameWords[person.realName]}`,
      ...(person.agreed ? [`同意告知书：${person.agreed.version}版，${instantWords(person.agreed.at)}`] : []),
    ]),
    part(
      '预约',
      bookings.map(
        (one) => `${whenWords(one.date, one.start)} ${one.serviceName} ${bookingStatusWords[one.status]}`,
      ),
    ),
    part(
      '办件',
      cases.map((one) => `${one.caseNumber} ${one.serviceName} ${caseStatusWords[one.status]}`),
    ),
    part(
      '预审',
      prechecks.map(
        (one) => `${instantWords(one.createdAt)} ${one.serviceName} ${precheckStatusWords[one.status]}`,
      ),
    ),
    part(
      '上传的文件',
      files.map((one) => `${instantWords(one.at)} ${one.name}`),
    ),
    part(
      '评价',
      ratings.map((one) => `${instantWords(one.ratedAt)} ${ratingLevelWords[one.level]} ${one.text ?? ''}`),
    ),
    part(
      '消息',
      messages.map((one) => `${instantWords(one.at)} ${one.title} ${one.body}`),
    ),
    `下面是全部内容(JSON)，给别的软件用：\n${JSON.stringify(copy, undefined, 2)}`,
  ].join('\n\n')
}
