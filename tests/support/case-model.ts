/** A case as a civil servant would keep it on paper: its status, and what may be done next. Knows nothing of the code. */

export type Who = 'window' | 'office' | 'leader' | 'director' | 'owner'

/** What a step does to the paper; undefined when it may not be done. */
export interface ModelCase {
  status: string
  /** Who has it, step by step: `office`, `leader`, `director`, `outside`. */
  readonly route: readonly string[]
  readonly decidedAt: number
  readonly comesBack: boolean
  at: number
  events: number
  missing: Set<string>
  asked: 'pause' | 'extension' | undefined
  extended: boolean
  returned: Set<number>
  outcome: string | undefined
  acceptedBy: Who | undefined
}

const underWay = ['in-review', 'at-county']
const accepted = [...underWay, 'returned', 'paused']
const statusAt = ({ route }: ModelCase, at: number): string =>
  route[at] === 'outside' ? 'at-county' : 'in-review'

/** After a step of the route is done. */
function goOn(paper: ModelCase): string {
  if (paper.at + 1 < paper.route.length) {
    paper.at += 1
    return statusAt(paper, paper.at)
  }
  paper.asked = undefined
  return paper.comesBack && paper.route[paper.at] === 'outside' ? 'coming-back' : 'concluded'
}

type Step = (paper: ModelCase, who: Who) => string | undefined
/** It is their step, and they are not who accepted it. */
const holds = (paper: ModelCase, who: Who): boolean =>
  paper.status === 'in-review' && paper.route[paper.at] === who && paper.acceptedBy !== who
const when =
  (statuses: readonly string[], who: readonly Who[], then: (paper: ModelCase) => string | undefined): Step =>
  (paper, by) =>
    statuses.includes(paper.status) && who.includes(by) ? then(paper) : undefined
const desk: readonly Who[] = ['window', 'director']

/** Every step by its name: the status it leads to, or undefined when it is refused. The paper is changed. */
export const steps: Readonly<Record<string, Step>> = {
  accept: (paper, who) => {
    const may = ['received', 'supplementing'].includes(paper.status) && desk.includes(who)
    if (!may || paper.missing.size > 0) return undefined
    paper.acceptedBy = who
    return statusAt(paper, 0)
  },
  supplement: when(['received'], desk, (paper) => {
    paper.missing.add('m1')
    return 'supplementing'
  }),
  supply: when(['supplementing'], desk, (paper) =>
    paper.missing.delete('m1') ? 'supplementing' : undefined,
  ),
  decline: when(['received', 'supplementing'], desk, () => 'declined'),
  inform: when(['received'], desk, () => 'not-needed'),
  withdraw: when(['received', 'supplementing', ...accepted], [...desk, 'owner'], (paper) => {
    paper.asked = undefined
    return 'withdrawn'
  }),
  terminate: when(['supplementing', ...accepted], desk, (paper) => {
    paper.asked = undefined
    return 'terminated'
  }),
  approve: (paper, who) => {
    if (!holds(paper, who)) return undefined
    if (paper.at === paper.decidedAt) paper.outcome = 'granted'
    return goOn(paper)
  },
  refuse: (paper, who) => {
    if (!holds(paper, who) || paper.at !== paper.decidedAt) return undefined
    paper.outcome = 'refused'
    paper.asked = undefined
    return 'concluded'
  },
  return: (paper, who) => {
    if (!holds(paper, who) || paper.returned.has(paper.at)) return undefined
    paper.returned.add(paper.at)
    return 'returned'
  },
  forward: when(['returned'], desk, () => 'in-review'),
  'ask-pause': (paper, who) => ask(paper, who, 'pause'),
  'ask-extension': (paper, who) => (paper.extended ? undefined : ask(paper, who, 'extension')),
  grant: when(underWay, ['director'], (paper) => {
    const { asked } = paper
    paper.asked = undefined
    if (asked === 'extension') paper.extended = true
    return asked && (asked === 'pause' ? 'paused' : paper.status)
  }),
  deny: when(underWay, ['director'], (paper) => {
    if (!paper.asked) return undefined
    paper.asked = undefined
    return paper.status
  }),
  resume: (paper, who) =>
    paper.status === 'paused' && (desk.includes(who) || paper.route[paper.at] === who)
      ? statusAt(paper, paper.at)
      : undefined,
  urge: when([...accepted, 'coming-back'], desk, ({ status }) => status),
  county: when(['at-county'], desk, (paper) => {
    if (paper.at === paper.decidedAt) paper.outcome = 'granted'
    return goOn(paper)
  }),
  'sign-for': when(['coming-back'], desk, () => 'concluded'),
  post: when(['concluded'], desk, () => 'posted'),
  issue: when(['concluded', 'posted'], desk, () => 'issued'),
}

/** Offices and leaders ask for what they hold, the window for any; one thing at a time. */
function ask(paper: ModelCase, who: Who, what: 'pause' | 'extension'): string | undefined {
  const may = who === 'window' || paper.route[paper.at] === who
  if (
    !underWay.includes(paper.status) ||
    paper.asked ||
    !may ||
    !['window', 'office', 'leader'].includes(who)
  )
    return undefined
  paper.asked = what
  return paper.status
}
