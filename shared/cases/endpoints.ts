/** The contracts of cases: reading them, and every step the windows do. One life, so one page: longer than 250 lines. */
import * as z from 'zod/mini'
import { endpoint } from '../foundation/endpoint'
import { Cursor, Id } from '../foundation/id'
import { Day } from '../foundation/time'
import { FileForm, LinkedFile } from '../files/file'
import { IdNumber, PersonName, Phone, plainText } from '../identity/fields'
import { caseActs, matrix } from '../identity/matrix'
import { Unmasked, UnmaskReason } from '../identity/unmask'
import { Case, CaseSummary, DeclineGround, TerminateGround } from './case'
import { FoundCase } from './found-case'
import { DeskList } from './lifecycle'
import { caseSettings } from './settings'

const { desk } = matrix

const words = (max: number, what: string) =>
  z.pipe(plainText(max, what), z.string().check(z.minLength(1, `请写${what}`)))
const MaterialIds = z.array(z.string().check(z.maxLength(20))).check(z.maxLength(60, '材料太多了'))
const ofCase = { caseId: Id }
const refuses = ['not-found', 'wrong-status'] as const

/** What the desk says of a material: its id or its name, and whether it was received. */
const SaidMaterial = z.union([
  z.string(),
  z.object({
    materialId: z.optional(z.string()),
    name: z.optional(z.string()),
    state: z.optional(z.enum(['received', 'missing', 'not-needed'])),
    received: z.optional(z.boolean()),
  }),
])
export type SaidMaterial = z.infer<typeof SaidMaterial>

/**
 * Takes in a case (收件) for a booking or a walk-in; `materials` are matched to the guide's checklist. The same person
 * with the same matter on one day is told apart by `again`, the reason why it is another one.
 */
export const receiveCase = endpoint({
  method: 'POST',
  path: '/desk/cases',
  summary: '收件',
  allow: desk,
  input: z.object({
    serviceId: Id,
    bookingId: z.optional(Id),
    /** The hall, for staff of more than one; the caller's own otherwise. */
    hallId: z.optional(Id),
    applicant: z.object({ name: PersonName, phone: z.optional(Phone), idNumber: z.optional(IdNumber) }),
    /** Who acts for the applicant (代办人), and what they are to them. */
    agent: z.optional(z.object({ name: PersonName, relation: words(20, '和申请人的关系') })),
    materials: z._default(z.array(SaidMaterial).check(z.maxLength(60, '材料太多了')), []),
    again: z.optional(words(60, '为什么是另一件')),
  }),
  output: Case,
  status: 201,
  refuses: ['not-found', 'booking-not-live', 'booking-elsewhere', 'case-twice'],
})

/**
 * Accepts a case (受理) and forwards it to the first office of its route. Materials everybody must bring are there, or
 * are on the list of those that may follow (容缺): `gaps`, promised in writing until a day not after the promised one.
 * After a supplement the acceptance counts from the day the last material came.
 */
export const acceptCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/accept',
  summary: '受理',
  allow: caseActs('accept'),
  input: z.object({
    ...ofCase,
    /** What was corrected on the spot (art. 32 (3)). */
    corrected: z.optional(words(100, '当场改了什么')),
    gaps: z.optional(z.object({ materialIds: MaterialIds.check(z.minLength(1)), until: Day })),
  }),
  output: Case,
  refuses: [...refuses, 'materials-missing', 'gaps-not-allowed'],
})

/** Tells once and in writing everything that is missing (一次性告知补正, art. 32 (4)); only materials of the guide. */
export const supplementCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/supplement',
  summary: '一次性告知补正',
  allow: caseActs('supplement'),
  input: z.object({
    ...ofCase,
    lacks: z
      .array(z.object({ materialId: z.string(), what: words(60, '要怎么补') }))
      .check(z.minLength(1, '请写缺哪些材料'), z.maxLength(60, '材料太多了')),
  }),
  output: Case,
  refuses: [...refuses, 'supplement-once'],
})

/** Notes what came of what was asked for (补正材料), brought to the window or sent. */
export const supplyCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/supply',
  summary: '收补正材料',
  allow: caseActs('supply'),
  input: z.object({
    ...ofCase,
    materialIds: MaterialIds.check(z.minLength(1, '请勾选收到了哪些')),
    /** They came by phone or post: nobody had to come. */
    sent: z._default(z.boolean(), false),
  }),
  output: Case,
  refuses,
})

const FileIds = z
  .array(Id)
  .check(z.minLength(1, '请先拍照或选文件'), z.maxLength(caseSettings.mostFilesAtOnce, '一次最多10个'))

/**
 * The applicant sends what was asked for from their phone, where the paper allows: a copy or an electronic paper; an
 * original is brought or posted. Each line with its photos, all of them looked through.
 */
export const supplyMyCase = endpoint({
  method: 'POST',
  path: '/cases/{caseId}/supply',
  summary: '用手机补材料',
  allow: { resident: 'own' },
  input: z.object({ ...ofCase, materialId: Id, fileIds: FileIds }),
  output: Case,
  refuses: [...refuses, 'file-not-ready'],
})

/** Adds photos and papers to a case (附件): a material photographed at the desk, evidence, an opinion, a result. */
export const attachFiles = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/files',
  summary: '给办件加照片和附件',
  allow: caseActs('attach'),
  input: z.object({
    ...ofCase,
    fileIds: FileIds,
    /** Which line of the guide it is. */
    materialId: z.optional(Id),
    form: z._default(FileForm, 'original'),
  }),
  output: Case,
  refuses: [...refuses, 'file-not-ready'],
})

/**
 * The photos and papers of a case, oldest first, with links that work for 5 minutes. Its applicant sees materials and
 * results; what the offices wrote to each other is theirs.
 */
export const listCaseFiles = endpoint({
  method: 'GET',
  path: '/cases/{caseId}/files',
  summary: '办件的照片和附件',
  allow: matrix.caseFiles,
  input: z.object(ofCase),
  output: z.object({ files: z.array(LinkedFile) }),
  refuses: ['not-found'],
})

/** Declines a case (不予受理) with its reason, in writing; another organ's matter names it (art. 32 (2)). */
export const declineCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/decline',
  summary: '不予受理',
  allow: caseActs('decline'),
  input: z.object({
    ...ofCase,
    ground: z._default(DeclineGround, 'not-qualified'),
    reason: words(200, '不予受理的原因'),
    basis: z.optional(plainText(100, '依据')),
    /** Which organ it belongs to; needed with `not-ours`. */
    organ: z.optional(plainText(40, '该向哪个机关申请')),
  }),
  output: Case,
  refuses,
})

/** Says at once that the matter needs no such case (不需办理, art. 32 (1)). */
export const informCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/inform',
  summary: '不需办理',
  allow: caseActs('inform'),
  input: z.object({ ...ofCase, reason: words(200, '为什么不用办') }),
  output: Case,
  refuses,
})

/** The applicant takes the case back (撤回), at the window in writing. */
export const withdrawCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/withdraw',
  summary: '撤回',
  allow: caseActs('withdraw'),
  input: z.object({ ...ofCase, reason: words(100, '撤回的原因') }),
  output: Case,
  refuses,
})

/** The applicant takes their own case back (撤回), before it is decided. */
export const withdrawMyCase = endpoint({
  method: 'POST',
  path: '/cases/{caseId}/withdraw',
  summary: '撤回我的办件',
  allow: { resident: 'own' },
  input: z.object({ ...ofCase, reason: z.optional(plainText(100, '撤回的原因')) }),
  output: Case,
  refuses,
})

/**
 * Ends a case without a decision (退件): what was asked for, or promised, did not come in time (`not-due-yet` before),
 * or it was opened by mistake.
 */
export const terminateCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/terminate',
  summary: '退件',
  allow: caseActs('terminate'),
  input: z.object({ ...ofCase, ground: TerminateGround, reason: words(200, '退件的原因') }),
  output: Case,
  refuses: [...refuses, 'not-due-yet'],
})

/** Sends a returned case to its office again (重报). */
export const forwardCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/forward',
  summary: '送审',
  allow: caseActs('forward'),
  input: z.object({ ...ofCase, note: words(200, '补了什么、改了什么') }),
  output: Case,
  refuses,
})

/** Notes that promised materials came (容缺补齐). */
export const redeemGaps = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/redeem',
  summary: '收容缺后补的材料',
  allow: caseActs('redeem'),
  input: z.object({
    ...ofCase,
    materialIds: MaterialIds.check(z.minLength(1, '请勾选收到了哪些')),
    sent: z._default(z.boolean(), false),
  }),
  output: Case,
  refuses: [...refuses, 'nothing-owed'],
})

/** Urges whoever has the case (催办); it stands in their inbox. */
export const urgeCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/urge',
  summary: '催办',
  allow: caseActs('urge'),
  input: z.object({ ...ofCase, note: z.optional(plainText(100, '催办的话')) }),
  output: Case,
  refuses,
})

/** Records what the county said on the city platform: granted, or refused with reason and law. */
export const recordCounty = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/county',
  summary: '登记县里的结果',
  allow: caseActs('record-county'),
  input: z.object({
    ...ofCase,
    outcome: z.enum(['granted', 'refused']),
    decidedOn: Day,
    document: z.optional(plainText(60, '文书编号')),
    reason: z.optional(plainText(200, '原因')),
    basis: z.optional(plainText(100, '依据')),
  }),
  output: Case,
  refuses,
})

const Waybill = z.pipe(
  z.pipe(
    z.string('请填快递单号'),
    z.transform((text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()),
  ),
  z.string().check(z.regex(/^[A-Z0-9]{6,30}$/, '快递单号是6到30位字母和数字，请照面单填')),
)
const Carrier = words(20, '哪家快递')

/** Notes the waybill with which the county posts the result to the hall (县出件邮寄). */
export const notePost = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/county-post',
  summary: '登记县里寄件单号',
  allow: caseActs('note-post'),
  input: z.object({ ...ofCase, carrier: Carrier, waybill: Waybill }),
  output: Case,
  refuses,
})

/** The hall signs for what the county posted (签收), and says how it looks. */
export const signForCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/sign-for',
  summary: '签收县里寄来的结果',
  allow: caseActs('sign-for'),
  input: z.object({ ...ofCase, note: z.optional(plainText(100, '收到的情况')) }),
  output: Case,
  refuses,
})

/** Posts the result (邮寄), registered the same day. */
export const postCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/post',
  summary: '邮寄结果',
  allow: caseActs('post'),
  input: z.object({ ...ofCase, carrier: Carrier, waybill: Waybill }),
  output: Case,
  refuses,
})

/**
 * Hands over the result (出件): to the applicant after their ID card was seen, to somebody for them with the pick-up
 * code, or notes that the post, or the result itself, has arrived.
 */
export const issueCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/issue',
  summary: '出件',
  allow: caseActs('issue'),
  input: z.object({
    ...ofCase,
    to: z._default(z.enum(['self', 'proxy', 'post', 'by-itself']), 'self'),
    proxy: z.optional(z.object({ name: PersonName, relation: words(20, '和申请人的关系') })),
    /** Six digits the applicant told who comes for them; needed with `proxy`. */
    pickUpCode: z.optional(z.string().check(z.regex(/^\d{6}$/, '取件码是6位数字'))),
    note: z.optional(plainText(60, '备注')),
  }),
  output: Case,
  refuses: [...refuses, 'pick-up-code-wrong', 'too-many-tries'],
})

/** Cases of a hall in one list of the desk, due first; pages of 20. Names masked. */
export const listDeskCases = endpoint({
  method: 'GET',
  path: '/desk/cases',
  summary: '大厅的办件',
  allow: matrix.deskLists,
  input: z.object({ hallId: Id, list: DeskList, cursor: z.optional(Cursor) }),
  output: z.object({ cases: z.array(CaseSummary), cursor: z.optional(Cursor) }),
  refuses: ['not-found'],
})

/** The caller's own cases, newest first; pages of 20. */
export const listMyCases = endpoint({
  method: 'GET',
  path: '/cases',
  summary: '我的办件',
  allow: matrix.ownThings,
  input: z.object({ cursor: z.optional(Cursor) }),
  output: z.object({ cases: z.array(CaseSummary), cursor: z.optional(Cursor) }),
  refuses: [],
})

export const viewCase = endpoint({
  method: 'GET',
  path: '/cases/{caseId}',
  summary: '看一个办件',
  allow: matrix.viewCase,
  input: z.object(ofCase),
  output: Case,
  refuses: ['not-found'],
})

/**
 * Opens name, phone and ID number of a case, with a reason. The windows only until a few days after its end
 * (`not-allowed` afterwards); everybody at most 30 times an hour.
 */
export const unmaskCase = endpoint({
  method: 'POST',
  path: '/desk/cases/{caseId}/unmask',
  summary: '看申请人全名和号码',
  allow: matrix.unmaskCase,
  input: z.object({ ...ofCase, reason: UnmaskReason }),
  output: Unmasked,
  refuses: ['not-found', 'not-allowed', 'unmask-limit'],
})

/**
 * Finds a case by what stands on its receipt, without signing in. A number that is not there and a code that is not
 * right are the same answer; after 5 of them the number rests for 15 minutes (`too-many-tries`).
 */
export const findCaseByNumber = endpoint({
  method: 'POST',
  path: '/case-queries',
  summary: '凭编号和查询码查办件',
  allow: 'anyone',
  input: z.object({
    caseNumber: z.pipe(
      z.pipe(
        z.string('请填办件编号'),
        z.transform((text: string) => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()),
      ),
      z.string().check(z.minLength(1, '请填办件编号'), z.maxLength(40, '办件编号没有这么长')),
    ),
    queryCode: z.pipe(
      z.pipe(
        z.string('请填查询码'),
        z.transform((text: string) => text.normalize('NFKC').trim()),
      ),
      z.string().check(z.regex(/^\d{6}$/, '查询码是6位数字')),
    ),
  }),
  output: FoundCase,
  refuses: ['not-found', 'too-many-tries'],
  changesNothing: true,
})
