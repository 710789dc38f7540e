/** What the values of a service are called in the table of items (进驻事项表), on screens and in differences. */
import type { Audience, HandlingType, HandOver, Material, Service, ServiceState, SourceKind } from './service'

type Words<Value extends string> = Readonly<Record<Value, string>>

export const handlingTypeWords: Words<HandlingType> = { immediate: '即办件', promised: '承诺件' }
export const audienceWords: Words<Audience> = { natural: '自然人', legal: '法人' }
export const levelWords: Words<Service['approvalLevel']> = { township: '乡', county: '县' }
export const frequencyWords: Words<Service['frequency']> = {
  high: '高频事项',
  low: '低频事项',
  none: '常年无办件事项',
}
export const serviceStateWords: Words<ServiceState> = {
  'in-use': '在用',
  paused: '暂停',
  cancelled: '取消',
}
export const sourceKindWords: Words<SourceKind> = {
  province: '省平台',
  granted: '赋权：直接赋权',
  entrusted: '赋权：委托下放',
  moved: '赋权：服务前移',
  'one-door': '一门式',
}
export const handOverWords: Words<HandOver> = {
  'at-once': '当场给',
  'by-itself': '自动到账或生效',
  'post-or-window': '能寄，也能到窗口领',
  window: '到窗口领',
}
export const materialFormWords: Words<Material['form']> = {
  original: '原件',
  copy: '复印件',
  electronic: '电子件',
}
export const necessityWords: Words<Material['necessity']> = { required: '必须', conditional: '看情况' }
export const materialSourceWords: Words<Material['source']> = {
  government: '部门发的',
  applicant: '自己准备',
  form: '窗口领表',
  'third-party': '别的单位开',
}

/** 是, 否 */
export const yesNo = (value: boolean): string => (value ? '是' : '否')

/** True where the result can be posted to the person (是否可邮寄). */
export const isPostable = ({ handOver }: Pick<Service, 'handOver'>): boolean => handOver === 'post-or-window'
