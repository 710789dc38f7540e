import type { Service } from './service'

/** A service that somebody begins to write: what is not said yet is empty, what must be chosen is the most usual. */
export const blankService = (serviceId: string, name: string, businessItem: string | null): Service => ({
  ...{ serviceId, name, plainName: businessItem ?? name, parent: null, code: null, codeSource: 'unknown' },
  ...{ businessItem, businessCode: null, sourceKind: null, state: 'in-use', domain: '民政' },
  ...{ itemType: '公共服务', handlingType: 'promised', statutoryDays: null, promisedDays: 0 },
  ...{ provinceHandlingType: null, provincePromisedDays: null, audience: [], approvalLevel: 'township' },
  ...{ responsibleOffice: null, approver: null, leader: null, frequency: 'low', bookable: true },
  ...{ oneLine: '', conditions: [], materials: [], questions: [], steps: [], free: true, feeNote: '不收费' },
  ...{ legalBasis: [], resultName: '', handOver: 'window', requiresIntranet: false, siteVisit: false },
  ...{ village: false, everydayWords: [], lifeEvents: [], related: [], confirmedOn: null, inferred: [] },
})
