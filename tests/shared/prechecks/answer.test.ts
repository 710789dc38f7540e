import { actionsFrom } from '@one-window/shared/foundation/lifecycle'
import { answerErrors, outcomeOf, outcomeWords } from '@one-window/shared/prechecks/answer'
import { notAcceptance, precheckSideWords, precheckWords } from '@one-window/shared/prechecks/precheck-words'
import { precheckLifecycle, PrecheckStatus } from '@one-window/shared/prechecks/lifecycle'

const line = (
  name: string,
  necessity: 'required' | 'conditional',
  sent: boolean,
  ok?: boolean,
  isForm = false,
) => ({
  name,
  necessity,
  isForm,
  files: sent ? ['photo'] : [],
  ...(ok !== undefined && { ok }),
})

describe('the overall word follows from what was sent', () => {
  test.each([
    [
      'everything right',
      [line('身份证', 'required', true, true)],
      'all-good',
      '都行，带原件来就能办',
      /不是受理/,
    ],
    [
      'a paper for some people was not sent',
      [line('身份证', 'required', true, true), line('残疾证', 'conditional', false)],
      'all-good',
      '都行，带原件来就能办',
      /不是受理/,
    ],
    [
      'a form that is filled in at the hall was not sent',
      [line('身份证', 'required', true, true), line('申请表', 'required', false, undefined, true)],
      'all-good',
      '都行，带原件来就能办',
      /不是受理/,
    ],
    [
      'a paper for everybody was not sent',
      [line('身份证', 'required', true, true), line('户口本', 'required', false)],
      'incomplete',
      '发来的都行，还差1样',
      /“户口本”/,
    ],
    [
      'one is not right',
      [line('身份证', 'required', true, true), line('户口本', 'required', true, false)],
      'incomplete',
      '还差1样',
      /“户口本”要重拍/,
    ],
    [
      'one is not right, another was not sent',
      [line('身份证', 'required', true, false), line('户口本', 'required', false)],
      'incomplete',
      '还差2样',
      /“身份证”要重拍；“户口本”还没发/,
    ],
    [
      'a paper for some people is not right',
      [line('身份证', 'required', true, true), line('残疾证', 'conditional', true, false)],
      'incomplete',
      '还差1样',
      /“残疾证”要重拍/,
    ],
    ['nothing was looked at', [line('身份证', 'conditional', true)], 'incomplete', '还差0样', /^。$/],
  ] as const)('%s', (_, lines, outcome, say, more) => {
    expect(outcomeOf(lines)).toBe(outcome)
    expect(outcomeWords(lines).say).toBe(say)
    expect(outcomeWords(lines).more).toMatch(more)
  })
})

describe('an answer', () => {
  const sent = ['m1', 'm2']
  test.each([
    [
      'answers everything',
      [
        { materialId: 'm1', ok: true },
        { materialId: 'm2', ok: false, reason: '看不清' },
      ],
      [],
    ],
    ['leaves one out', [{ materialId: 'm1', ok: true }], ['/answers']],
    [
      'says no without why',
      [
        { materialId: 'm1', ok: true },
        { materialId: 'm2', ok: false },
      ],
      ['/answers/1/reason'],
    ],
    [
      'asks for what was not sent',
      [
        { materialId: 'm1', ok: true },
        { materialId: 'm2', ok: true },
        { materialId: 'm3', ok: false, reason: '还要这个' },
      ],
      ['/answers/2'],
    ],
    [
      'answers one twice',
      [
        { materialId: 'm1', ok: true },
        { materialId: 'm1', ok: true },
        { materialId: 'm2', ok: true },
      ],
      ['/answers/1'],
    ],
  ])('%s', (_, said, pointers) => {
    expect(answerErrors(sent, said).map(({ pointer }) => pointer)).toEqual(pointers)
  })
})

test('which step may follow which', () => {
  expect(
    Object.fromEntries(
      PrecheckStatus.options.map((status) => [status, actionsFrom(precheckLifecycle, status)]),
    ),
  ).toEqual({
    draft: ['submit', 'withdraw'],
    submitted: ['answer', 'use', 'withdraw'],
    answered: ['submit', 'use', 'withdraw'],
    used: [],
    withdrawn: [],
  })
})

test('every status has its sentence, and none takes it for more than it is', () => {
  for (const status of PrecheckStatus.options) {
    const { say, more } = precheckWords({ status, lines: [], goneOn: '2026-12-24' })
    expect(say.length).toBeLessThan(20)
    expect(`${say}${more}`).not.toMatch(/受理了|批准|办公室/)
    expect(precheckSideWords({ status, outcome: 'all-good' })).toMatch(/[\u4e00-\u9fff]/)
  }
  expect(precheckWords({ status: 'draft', lines: [], goneOn: '2026-12-24' }).more).toContain('12月24日前')
  expect(notAcceptance).toContain('不等于受理')
})
