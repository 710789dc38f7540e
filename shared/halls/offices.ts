/** The business offices of a township (业务办公室) that handle cases behind the window, as the guides name them. */
export const offices = [
  { officeId: 'social-affairs', name: '社会事务办公室' },
  { officeId: 'natural-resources', name: '自然资源和生态环境办公室' },
  { officeId: 'agriculture-centre', name: '农业综合服务中心' },
  { officeId: 'social-services-centre', name: '社会事务综合服务中心' },
  { officeId: 'safety-office', name: '社会治安和应急管理办公室' },
  { officeId: 'veterans-station', name: '退役军人服务站' },
  { officeId: 'forestry-station', name: '乡镇林业站' },
] as const

/** An office of the township by its id. */
export type OfficeId = (typeof offices)[number]['officeId']

/** The office of a name; undefined when the township has none of that name. */
export const officeNamed = (name: string): (typeof offices)[number] | undefined =>
  offices.find((office) => office.name === name)
