/** A service (事项) with its guide (办事指南): the fields, and the shorter forms made from them. */
import * as z from 'zod/mini'
import { Day } from '../foundation/time'

const LONGEST = 2000
const words = z.string().check(z.minLength(1, '请填这一项'), z.maxLength(LONGEST, '太长了，请写短一点'))
const slug = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), z.maxLength(100))
const MOST_DAYS = 1000
const days = z.int('请填整数').check(z.nonnegative('不能是负数'), z.lte(MOST_DAYS, '天数太多了'))

/** The twelve domains (领域) of the township's reform rules, in the order lists show them. */
export const Domain = z.enum([
  '民政',
  '医保',
  '人社',
  '公安',
  '卫健',
  '农业农村',
  '自然资源和规划',
  '住建',
  '退役军人',
  '市场监管',
  '财政',
  '供水供电',
])
export type Domain = z.infer<typeof Domain>

/** 即办件: done while the person waits. 承诺件: done within the promised working days. */
export const HandlingType = z.enum(['immediate', 'promised'])
export type HandlingType = z.infer<typeof HandlingType>

/** 自然人 (a person or family) or 法人 (a company, cooperative, unit). */
export const Audience = z.enum(['natural', 'legal'])
export type Audience = z.infer<typeof Audience>

/** One line of the material list (材料清单); `materialId` is stable within its service. */
export const Material = z.object({
  materialId: z.string().check(z.regex(/^m\d+$/)),
  name: words,
  form: z.enum(['original', 'copy', 'electronic']),
  copies: z.int().check(z.positive()),
  /** `conditional`: only for some people; a question of the guide decides. */
  necessity: z.enum(['required', 'conditional']),
  /** Who makes it: an agency, the applicant, a blank form of the hall, somebody else (hospital, village). */
  source: z.enum(['government', 'applicant', 'form', 'third-party']),
  note: z.optional(words),
  /** On the published list of what may follow after acceptance (容缺后补). */
  deferrable: z.optional(z.boolean()),
})
export type Material = z.infer<typeof Material>

/** A yes-or-no question that decides one conditional material: yes means bring it. */
export const Question = z.object({
  questionId: z.string().check(z.regex(/^q\d+$/)),
  text: words,
  materialId: z.string(),
  /** What a person who answers no should still know. */
  whenNo: z.optional(words),
})
export type Question = z.infer<typeof Question>

/** How the result reaches the person: while waiting, by itself (money, electricity), by post on wish, at the window. */
export const HandOver = z.enum(['at-once', 'by-itself', 'post-or-window', 'window'])
export type HandOver = z.infer<typeof HandOver>

export const Step = z.object({ name: words, actor: words, days })
export type Step = z.infer<typeof Step>

/** Fields of a guide that may have been filled in without a source of this county. */
export const InferableField = z.enum([
  'domain',
  'handlingType',
  'statutoryDays',
  'promisedDays',
  'approvalLevel',
  'frequency',
  'conditions',
  'materials',
  'steps',
  'feeNote',
  'legalBasis',
  'requiresIntranet',
  'deferrable',
])
export type InferableField = z.infer<typeof InferableField>

/** Where an item comes from (rules 5.3): 省平台, one of the three ways of 赋权, or the 一门式 list of the villages. */
export const SourceKind = z.enum(['province', 'granted', 'entrusted', 'moved', 'one-door'])
export type SourceKind = z.infer<typeof SourceKind>

/** 在用 · 暂停: shown with a line and not taken · 取消: shown to nobody. */
export const ServiceState = z.enum(['in-use', 'paused', 'cancelled'])
export type ServiceState = z.infer<typeof ServiceState>

/** What a curator may not know yet is unknown, never a guess. */
const unknown = <Value extends z.ZodMiniType>(value: Value) => z._default(z.nullable(value), null)

/** The fields of a service; `text` and `some` say how much must be there already. */
const fieldsWith = <Text extends z.ZodMiniType<string>>(
  text: Text,
  some: <Item extends z.ZodMiniType>(item: Item) => z.ZodMiniArray<Item>,
) => ({
  serviceId: slug,
  /** What people call it; leads everywhere. */
  plainName: text,
  /** The official name (事项名称), for papers. */
  name: text,
  /** The official name of the item above (主项). */
  parent: z.nullable(words),
  /** The official item code (事项编码); null while unknown. */
  code: z.nullable(words),
  codeSource: z.enum(['hunan', 'national', 'national-derived', 'unknown']),
  /** The name and the code of the 业务办理项, where one 事项编码 has several. */
  businessItem: unknown(words),
  businessCode: unknown(words),
  sourceKind: unknown(SourceKind),
  state: z._default(ServiceState, 'in-use'),
  domain: Domain,
  itemType: z.enum(['行政许可', '行政给付', '行政确认', '行政奖励', '行政裁决', '公共服务', '其他行政权力']),
  handlingType: HandlingType,
  /** Working days; null where no source names a limit. */
  statutoryDays: z.nullable(days),
  /** Working days after acceptance; 0 for 即办件. */
  promisedDays: days,
  /** What the platform of the province promises: ours is equal or better. */
  provinceHandlingType: unknown(HandlingType),
  provincePromisedDays: unknown(days),
  limitNote: z.optional(words),
  audience: some(Audience),
  /** Where the decision is made; the resident goes to the window either way. */
  approvalLevel: z.enum(['township', 'county']),
  /** 责任部门, 审批人 and 分管领导 as the table of items names them; unknown ones are read from the steps. */
  responsibleOffice: unknown(words),
  approver: unknown(words),
  leader: unknown(words),
  frequency: z.enum(['high', 'low', 'none']),
  /** A place may be booked for it. */
  bookable: z._default(z.boolean(), true),
  /** One spoken line: who it is for and what one gets. */
  oneLine: text,
  conditions: z.array(words),
  materials: some(Material),
  questions: z.array(Question),
  steps: some(Step),
  free: z.boolean(),
  /** What it costs, in a few words; `feeDetail` says more. */
  feeNote: text,
  feeDetail: z.optional(words),
  legalBasis: z.array(words),
  resultName: text,
  handOver: HandOver,
  /** Staff enter it a second time into a closed network (二次录入). */
  requiresIntranet: z.boolean(),
  /** Somebody comes to look at the home, field or shop. */
  siteVisit: z.boolean(),
  /** The village station takes it too (村里能办). */
  village: z.boolean(),
  everydayWords: some(words),
  lifeEvents: z.array(words),
  related: z.array(slug),
  /** The day the county confirmed this guide; until then `inferred` is shown as not certain. */
  confirmedOn: z.nullable(Day),
  inferred: z.array(InferableField),
  /** For those who keep the table of items (备注). */
  remark: z.optional(words),
})

/** A service whole, as the guide page needs it. */
export const Service = z.object(
  fieldsWith(words, (item) => z.array(item).check(z.minLength(1, '至少要有一条'))),
)
export type Service = z.infer<typeof Service>

/** A service while it is written: what nobody has filled in yet is empty. */
export const UnfinishedService = z.object(
  fieldsWith(z.string().check(z.maxLength(LONGEST, '太长了，请写短一点')), (item) => z.array(item)),
)

/** A service as the data files keep it: the guide and where it comes from. */
export const ServiceRecord = z.extend(Service, {
  /** Fields we changed against the source: to meet a rule of the township, or into plain words. */
  adjusted: z.optional(z.array(words)),
  /** Codes of the same item in other provinces. */
  refCodes: z.optional(z.array(words)),
  sources: z.array(
    z.object({ url: z.url(), grade: z.enum(['official-hunan', 'official-other', 'law-text']) }),
  ),
})
export type ServiceRecord = z.infer<typeof ServiceRecord>

/** A row of a list of guides. */
export const ServiceSummary = z.object({
  serviceId: z.string(),
  plainName: z.string(),
  name: z.string(),
  domain: Domain,
  handlingType: HandlingType,
  promisedDays: z.number(),
  audience: z.array(Audience),
  free: z.boolean(),
  feeNote: z.string(),
  /** 能寄到家 */
  post: z.boolean(),
  /** 村里能办 */
  village: z.boolean(),
  /** The handling time shown in the row is not confirmed by the county. */
  unconfirmed: z.boolean(),
  /** Not taken for the time being (暂停). */
  paused: z.optional(z.literal(true)),
})
export type ServiceSummary = z.infer<typeof ServiceSummary>

/** True while a field was inferred and the county has not confirmed the guide. */
export const isUnconfirmed = (service: Service, field: InferableField): boolean =>
  service.confirmedOn === null && service.inferred.indexOf(field) >= 0

/** The list row of a service. */
export const summarise = (service: Service): ServiceSummary => ({
  serviceId: service.serviceId,
  plainName: service.plainName,
  name: service.name,
  domain: service.domain,
  handlingType: service.handlingType,
  promisedDays: service.promisedDays,
  audience: service.audience,
  free: service.free,
  feeNote: service.feeNote,
  post: service.handOver === 'post-or-window',
  village: service.village,
  unconfirmed: isUnconfirmed(service, 'promisedDays') || isUnconfirmed(service, 'handlingType'),
  ...(service.state === 'paused' && { paused: true as const }),
})
