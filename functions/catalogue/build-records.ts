/** The catalogue's data files, one per domain, checked field by field. */
import * as z from 'zod/mini'
import { ServiceRecord } from '@one-window/shared/catalogue/service'
import agriculture from '@one-window/shared/catalogue/data/agriculture.json'
import civilAffairs from '@one-window/shared/catalogue/data/civil-affairs.json'
import finance from '@one-window/shared/catalogue/data/finance.json'
import health from '@one-window/shared/catalogue/data/health.json'
import housing from '@one-window/shared/catalogue/data/housing.json'
import landAndPlanning from '@one-window/shared/catalogue/data/land-and-planning.json'
import market from '@one-window/shared/catalogue/data/market.json'
import medicalInsurance from '@one-window/shared/catalogue/data/medical-insurance.json'
import publicSecurity from '@one-window/shared/catalogue/data/public-security.json'
import socialSecurity from '@one-window/shared/catalogue/data/social-security.json'
import veterans from '@one-window/shared/catalogue/data/veterans.json'
import waterAndPower from '@one-window/shared/catalogue/data/water-and-power.json'

/** The records as the files hold them, unchecked, in the order lists show the domains. */
export const rawRecords: readonly unknown[] = [
  ...civilAffairs,
  ...medicalInsurance,
  ...socialSecurity,
  ...publicSecurity,
  ...health,
  ...agriculture,
  ...landAndPlanning,
  ...housing,
  ...veterans,
  ...market,
  ...finance,
  ...waterAndPower,
]

/** Reads records; what does not fit the schema comes back as problems, each with its record and field. */
export const readRecords = (raw: readonly unknown[]): { records: ServiceRecord[]; problems: string[] } => {
  const records: ServiceRecord[] = []
  const problems: string[] = []
  raw.forEach((value, at) => {
    const read = ServiceRecord.safeParse(value)
    if (read.success) records.push(read.data)
    else {
      const name = z.object({ serviceId: z.string() }).safeParse(value)
      for (const issue of read.error.issues)
        problems.push(`${name.data?.serviceId ?? `record ${at}`}: ${issue.path.join('.')} ${issue.message}`)
    }
  })
  return { records, problems }
}
