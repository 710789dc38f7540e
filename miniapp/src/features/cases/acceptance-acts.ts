/** What the windows do until a case is accepted, or with what still has to come: each as a form. */
import type { CheckedMaterial } from '@one-window/shared/cases/case'
import {
  acceptCase,
  declineCase,
  informCase,
  redeemGaps,
  supplementCase,
  supplyCase,
} from '@one-window/shared/cases/endpoints'
import { caseSettings } from '@one-window/shared/cases/settings'
import { materialWords } from '@one-window/shared/catalogue/guide'
import type { Service } from '@one-window/shared/catalogue/service'
import type { Day } from '@one-window/shared/foundation/time'
import { given, reasonField, ticked, type ActField, type CaseAct } from './act'

/** A line of the checklist as a form asks about it. */
type Line = Pick<CheckedMaterial, 'materialId' | 'name'>
const options = (lines: readonly Line[]) =>
  lines.map(({ materialId, name }) => ({ value: materialId, words: name }))

const WHAT = 60
/** How a missing material is to be brought, as the guide says it. */
const howOf = (service: Pick<Service, 'materials'> | undefined, id: string): string => {
  const material = service?.materials.find(({ materialId }) => materialId === id)
  return material ? materialWords(material).slice(0, WHAT) : ''
}

/** 受理. */
export const acceptAct: CaseAct = {
  action: 'accept',
  words: '受理',
  fields: [],
  run: (send, caseId) => send(acceptCase, { caseId }),
}

/** 当场改正: what was wrong was put right at the window. */
export const correctedAct: CaseAct = {
  action: 'accept',
  words: '当场改正，受理',
  say: '错的地方申请人当场改了，就算齐了。',
  sends: '受理',
  fields: [
    { name: 'corrected', label: '当场改了什么', kind: 'line', hint: '比如：申请表漏签名，补签了', max: 100 },
  ],
  run: (send, caseId, { corrected }) => send(acceptCase, { caseId, corrected: given(corrected) }),
}

/** 容缺受理: only for what is on the published list. */
export const gapsAct = (lines: readonly Line[], until: Day | undefined): CaseAct => ({
  action: 'accept',
  words: '容缺受理',
  say: '申请人写了承诺，先受理，缺的按期补来。没按期补，可以退件。',
  fields: [
    {
      name: 'materialIds',
      label: '容缺哪几样(只有清单上能容缺的)',
      kind: 'ticks',
      options: options(lines),
      start: lines.map(({ materialId }) => materialId).join(','),
      pointer: '/gaps/materialIds',
    },
    {
      name: 'until',
      label: '哪天前补来(不晚于办结那天)',
      kind: 'line',
      hint: '2026-11-28',
      max: 10,
      ...(until && { start: until }),
      pointer: '/gaps/until',
    },
  ],
  run: (send, caseId, { materialIds, until: day = '' }) =>
    send(acceptCase, { caseId, gaps: { materialIds: ticked(materialIds), until: day } }),
})

const WHAT_OF = 'what.'
/** 一次性告知补正: every line of the guide, the missing ones filled in. */
export const supplementAct = (
  lines: readonly (Line & { missing: boolean })[],
  service: Pick<Service, 'materials'> | undefined,
): CaseAct => ({
  action: 'supplement',
  words: '补正告知',
  say: `要补什么一次说全，只能告知这一次。${caseSettings.supplementNaturalDays}天内补来就行，补齐那天受理。`,
  sends: '告知',
  needsOne: true,
  fields: [...lines]
    .sort((one, other) => Number(other.missing) - Number(one.missing))
    .map(({ materialId, name, missing }): ActField => ({
      name: `${WHAT_OF}${materialId}`,
      label: name,
      kind: 'line',
      hint: missing ? '要怎么补' : '不用补就空着',
      max: WHAT,
      start: missing ? howOf(service, materialId) : '',
      optional: true,
    })),
  run: (send, caseId, said) =>
    send(supplementCase, {
      caseId,
      lacks: lines.flatMap(({ materialId }) => {
        const what = given(said[`${WHAT_OF}${materialId}`])
        return what ? [{ materialId, what }] : []
      }),
    }),
})

/** 不予受理. */
export const declineAct = (start = '', basis = ''): CaseAct => ({
  action: 'decline',
  words: '不予受理',
  say: '申请人会看到这些话，也印在通知书上，写清楚、写得让人听得懂。',
  fields: [
    {
      name: 'ground',
      label: '为什么',
      kind: 'choice',
      start: 'not-qualified',
      options: [
        { value: 'not-qualified', words: '条件不符合' },
        { value: 'not-ours', words: '不归这里管' },
      ],
    },
    {
      name: 'organ',
      label: '该向哪个机关申请',
      kind: 'line',
      hint: '比如：县交通运输局',
      max: 40,
      when: ({ ground }) => ground === 'not-ours',
    },
    { ...reasonField('原因', '哪一条不符合，还能怎么办'), start },
    { name: 'basis', label: '依据(哪条规定)', kind: 'line', max: 100, start: basis, optional: true },
  ],
  run: (send, caseId, { ground, organ, reason: why = '', basis: law }) =>
    send(declineCase, {
      caseId,
      ground: ground === 'not-ours' ? 'not-ours' : 'not-qualified',
      reason: why,
      basis: given(law),
      organ: ground === 'not-ours' ? given(organ) : undefined,
    }),
})

/** 不需办理. */
export const informAct: CaseAct = {
  action: 'inform',
  words: '不需办理',
  say: '这件事依法不用办许可、不用来申请，当面告诉他。',
  fields: [reasonField('为什么不用办', '比如：已经取消，凭身份证直接办')],
  run: (send, caseId, { reason: why = '' }) => send(informCase, { caseId, reason: why }),
}

const cameOrSent: ActField = {
  name: 'sent',
  label: '不是来大厅交的',
  kind: 'switch',
  note: '寄来、网上传来，或者村里带来的',
}

const arrivals = (lines: readonly Line[]): ActField[] => [
  {
    name: 'materialIds',
    label: '收到了哪些',
    kind: 'ticks',
    options: options(lines),
    pointer: '/materialIds',
  },
  cameOrSent,
]

/** 收补正材料. */
export const supplyAct = (lines: readonly Line[]): CaseAct => ({
  action: 'supply',
  words: '收补正材料',
  say: '来一样收一样。都齐了，从最后一样到的那天算受理。',
  sends: '收下',
  fields: arrivals(lines),
  run: (send, caseId, { materialIds, sent }) =>
    send(supplyCase, { caseId, materialIds: ticked(materialIds), sent: sent === 'yes' }),
})

/** 容缺补齐. */
export const redeemAct = (lines: readonly Line[]): CaseAct => ({
  action: 'redeem',
  words: '收容缺后补的',
  sends: '收下',
  fields: arrivals(lines),
  run: (send, caseId, { materialIds, sent }) =>
    send(redeemGaps, { caseId, materialIds: ticked(materialIds), sent: sent === 'yes' }),
})
