import { halls } from '@one-window/shared/halls/halls'
import {
  bookedMessage,
  cancelledByHallMessage,
  movedMessage,
  reminderMessage,
} from '@one-window/shared/notifications/booking-messages'
import { isTooLate, nextTry } from '@one-window/shared/notifications/delivery'
import { FollowUpAction, SideDeed } from '@one-window/shared/follow-ups/lifecycle'
import {
  followUpOpenedMessage,
  followUpStepMessage,
  ratingAskedMessage,
} from '@one-window/shared/notifications/follow-up-messages'
import { MessageKind } from '@one-window/shared/notifications/message'
import { precheckAnsweredMessage } from '@one-window/shared/notifications/precheck-messages'
import { askedKinds, asks, consentOf } from '@one-window/shared/notifications/subscriptions'
import { fitsTemplate, thing, timeField } from '@one-window/shared/notifications/template-fields'
import { seeded } from '../../support/seeded'

const random = seeded(20261124)
const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!
const LETTERS = [
  ...'办事指南证件，。（）“”Aa0 ',
  '𠮷',
  '👩‍👧',
  '\n',
  '\t',
  '\u200b',
  '\u202e',
  '\ud800',
  '<',
  '"',
]
const someText = (most = 80): string =>
  Array.from({ length: Math.floor(random() * most) }, () => pick(LETTERS)).join('')
const two = (most: number): string => String(1 + Math.floor(random() * most)).padStart(2, '0')
const someDay = (): string => `2026-${two(12)}-${two(28)}`

describe('words fit their template', () => {
  test('whatever the service, hall and reason are called', () => {
    const kinds = new Set<MessageKind>()
    for (let n = 0; n < 3000; n++) {
      const booking = {
        date: someDay(),
        start: `${two(23)}:${two(59)}`,
        hallName: random() < 0.5 ? pick(halls).name : someText(),
        serviceName: someText(),
      }
      const finishBy = random() < 0.5 ? { day: someDay() } : { pendingYear: 2027 }
      const opened = {
        ...{ followUpId: 'f', status: 'triage' as const, openedAt: '2026-11-24T01:00:00.000Z' },
        ...{ contactBy: finishBy, finishBy },
      }
      const messages = [
        bookedMessage(booking),
        reminderMessage(booking),
        movedMessage(booking),
        cancelledByHallMessage(booking, { reason: someText(), firstChoiceUntil: someDay() }),
        followUpOpenedMessage(opened, random() < 0.5),
        ratingAskedMessage(
          { ...booking, caseNumber: 'YH202611240001-1', ratableUntil: someDay() },
          '2026-11-24T01:00:00.000Z',
        ),
        ...[...FollowUpAction.options, ...SideDeed.options].flatMap(
          (deed) =>
            followUpStepMessage(
              { deed, choice: pick(['clear', 'complex', 'true', 'reached']), at: opened.openedAt },
              opened,
            ) ?? [],
        ),
        precheckAnsweredMessage(
          { serviceName: booking.serviceName, isAllGood: random() < 0.5, say: someText(), more: '' },
          new Date('2026-11-24T01:00:00Z'),
        ),
      ]
      for (const { kind, fields } of messages) {
        kinds.add(kind)
        expect([kind, fields, fitsTemplate(fields)]).toEqual([kind, fields, true])
      }
    }
    const others = MessageKind.options.filter((kind) => !kind.startsWith('case-'))
    expect([...kinds].sort()).toEqual(others.sort())
  })

  test.each([
    ['低保', '低保'],
    ['一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['一二三四五六七八九十一二三四五六七八九十甲', '一二三四五六七八九十一二三四五六七八九…'],
    ['一二三四五六七八九十一二三四五六七八𠮷𠮷', '一二三四五六七八九十一二三四五六七八…'],
    ['  停 电\n检\u200b修 ', '停 电 检 修'],
    ['', '见小程序'],
    ['\u200b\n', '见小程序'],
  ])('%j as a thing is %j', (text, shown) => {
    expect(thing(text)).toBe(shown)
  })

  test('a time is a day and a clock; what is not is told apart', () => {
    expect(timeField('2026-12-01', '09:05')).toBe('2026年12月1日 09:05')
    for (const fields of [
      { time1: '明天上午' },
      { thing1: '' },
      { thing1: '一二三四五六七八九十一二三四五六七八九十甲' },
      { phrase1: '已受理。' },
      { phrase1: '已经受理好了' },
      { character_string1: '办件1' },
      { unknown1: '什么' },
    ])
      expect([fields, fitsTemplate(fields as never)]).toEqual([fields, false])
  })
})

describe('what is said', () => {
  const booking = {
    date: '2026-11-28',
    start: '09:00',
    hallName: '永和乡政务服务中心',
    serviceName: '办残疾证',
  }
  test.each([
    [
      bookedMessage(booking),
      '约好了',
      '11月28日(周六)上午9:00，到永和乡政务服务中心办“办残疾证”。来不了，可以改时间。',
    ],
    [
      reminderMessage(booking),
      '明天上午9:00，来大厅办事',
      '永和乡政务服务中心，办“办残疾证”。材料带齐了吗？来不了，请先取消或改时间。',
    ],
    [movedMessage(booking), '时间改好了', '改到11月28日(周六)上午9:00，永和乡政务服务中心，办“办残疾证”。'],
    [
      cancelledByHallMessage(booking, { reason: '停电检修', firstChoiceUntil: '2026-12-01' }),
      '您11月28日(周六)上午9:00的预约取消了',
      '永和乡政务服务中心：停电检修。对不住您。12月1日前，您可以优先另选时间。',
    ],
  ])('%#', (message, title, body) => {
    expect([message.title, message.body]).toEqual([title, body])
  })
})

describe('how a message travels', () => {
  const now = new Date('2026-11-24T10:00:00.000Z')
  test('four more tries: 1, 5, 30 minutes, 3 hours; then none', () => {
    expect([1, 2, 3, 4, 5, 6].map((attempts) => nextTry(attempts, now)?.slice(11, 16))).toEqual([
      '10:01',
      '10:05',
      '10:30',
      '13:00',
      undefined,
      undefined,
    ])
  })
  test('every try of a reminder is in time, and none comes at midnight', () => {
    const reminder = { kind: 'booking-reminder' as const, at: now.toISOString() }
    const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
    expect(isTooLate(reminder, after(1 + 5 + 30 + 180))).toBe(false)
    expect(isTooLate(reminder, after(301))).toBe(true)
    expect(isTooLate({ kind: 'booked', at: now.toISOString() }, after(301))).toBe(false)
  })
  test('every kind uses up a consent that some tap asks for', () => {
    expect(MessageKind.options.filter((kind) => !askedKinds.includes(consentOf(kind)))).toEqual([])
    expect(Object.values(asks).filter((kinds) => kinds.length > 3)).toEqual([])
  })
})
