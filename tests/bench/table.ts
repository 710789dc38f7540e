/**
 * A table of 2,000 items (进驻事项表) read on trial over HTTP against a hall that has as many versions of its own; beside
 * it, what merely unpacking and reading the same file takes. And what the guides of a hall cost with and without them.
 */
import type { Service } from '@one-window/shared/catalogue/service'
import { uploaded } from '../functions/catalogue/a-table'
import { startLocalApp } from '../support/local-app'

const ROWS = 2000
const MOST_MS = 3000
const NOW = '2026-11-24T09:00:00+08:00'
const rounded = (ms: number): number => Math.round(ms * 10) / 10

const msOf = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const began = performance.now()
  const result = await work()
  return [result, rounded(performance.now() - began)]
}

export async function run(print: (line: object) => void): Promise<void> {
  const app = await startLocalApp()
  app.setNow(NOW)
  const { bySystem } = await import('../../functions/platform/audit')
  const { saveVersion } = await import('../../functions/catalogue/guide-store')
  const { readSheet } = await import('../../functions/catalogue/spreadsheet')
  const { workbook } = await import('../../functions/platform/workbook')
  const { findService, listBuiltIn } = await import('../../functions/catalogue/catalogue-store')
  const { tableOfItems } = await import('@one-window/shared/catalogue/item-table')
  try {
    const anyone = await app.as()
    const [director, other] = [
      await app.as('director', 'bench', 'yonghe'),
      await app.as('director', 'bench', 'kaiyun'),
    ]
    const builtIn = listBuiltIn()
    const services = Array.from({ length: ROWS }, (_, n): Service => {
      const first = builtIn[n % builtIn.length]!
      const round = Math.floor(n / builtIn.length)
      if (round === 0) return { ...first, remark: '乡里核过' }
      return {
        ...first,
        ...{ serviceId: `${first.serviceId}-${round}`, code: null, related: [] },
        ...{ name: `${first.name}（${round}）`, plainName: `${first.plainName}${round}` },
      }
    })
    const units = async (path: string): Promise<string | null> =>
      (await anyone.get(path)).headers.get('consumed-units')
    print({
      action: 'a guide, no own versions',
      first: await units('/services/fenhu?hallId=yonghe'),
      then: await units('/services/fenhu?hallId=yonghe'),
    })
    const by = bySystem('bench', new Date(NOW))
    for (let at = 0; at < ROWS; at += 16)
      await Promise.all(
        services.slice(at, at + 16).map((service) =>
          saveVersion(
            undefined,
            {
              ...{ hallId: 'yonghe', serviceId: service.serviceId, service },
              version: findService(service.serviceId) ? 2 : 1,
              ...{ state: 'approved', effectiveFrom: '2026-11-24', source: { words: 'bench' } },
              ...{ author: 'one', approver: 'two', savedAt: NOW, revision: 1, requests: {} },
            },
            by,
          ),
        ),
      )
    app.setNow('2026-11-24T09:10:00+08:00')
    const [first, firstMs] = await msOf(() => units('/services/fenhu?hallId=yonghe'))
    print({
      action: `a guide, ${ROWS} own versions`,
      first,
      firstMs,
      then: await units('/services/fenhu?hallId=yonghe'),
    })
    app.setNow('2026-11-24T09:20:00+08:00')
    print({ action: 'the same after half a minute', units: await units('/services/fenhu?hallId=yonghe') })
    const [, searchMs] = await msOf(() =>
      anyone.get(`/services?hallId=yonghe&query=${encodeURIComponent('低保')}`),
    )
    const [, againMs] = await msOf(() =>
      anyone.get(`/services?hallId=yonghe&query=${encodeURIComponent('盖房子')}`),
    )
    print({ action: `a search in ${ROWS} guides`, firstMs: searchMs, thenMs: againMs })

    const rows = tableOfItems(services)
    const head = rows[0] as string[]
    rows.forEach((row, n) => {
      if (n > 0 && n % 3 === 0) row[head.indexOf('备注')] = `第${n}行`
      if (n > 0 && n % 50 === 0) row[head.indexOf('办件频次')] = '有时'
    })
    const file = await workbook([{ name: 'bench', rows, widths: head.map(() => 12) }])
    await readSheet(file)
    const [, bareMs] = await msOf(() => readSheet(file))
    for (const [hallId, person] of [
      ['yonghe', director],
      ['kaiyun', other],
    ] as const) {
      const fileId = await uploaded(person, file, hallId)
      const [answer, ms] = await msOf(() =>
        person.post(`/desk/halls/${hallId}/catalogue/imports`, { fileId }),
      )
      print({
        action:
          hallId === 'yonghe'
            ? `to check ${ROWS} rows against ${ROWS} own versions`
            : `to check ${ROWS} rows, most of them new`,
        status: answer.status,
        fileKb: Math.round(file.length / 1024),
        counts: answer.body.counts,
        problems: answer.body.problems?.length,
        units: answer.headers.get('consumed-units'),
        ms,
        bareReadMs: bareMs,
        ratio: rounded(ms / bareMs),
        limit: { ms: MOST_MS },
        ok: answer.status === 200 && ms <= MOST_MS,
      })
    }
    const [answer, ms] = await msOf(() => director.get('/desk/halls/yonghe/catalogue'))
    print({ action: `to export ${ROWS} rows`, ms, kb: Math.round(String(answer.body.table).length / 1024) })
  } finally {
    await app.stop()
  }
}
