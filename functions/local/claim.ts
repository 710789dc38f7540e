/** One run at a time owns the data folder: the database itself would let two open the same file. */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Stopped } from './stopped'

interface Owner {
  pid: number
  /** When that process started, as the system counts it: a reused number is another process. */
  born: string
  /** The group of its database, once it runs. */
  database?: number
}

/** When a process started (field 22 of its stat line); undefined when there is none or the system does not say. */
const bornAt = (pid: number): string | undefined => {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')[19]
  } catch {
    return undefined
  }
}

const isAlive = ({ pid, born }: Owner): boolean => {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  return born === '' || bornAt(pid) === born
}

const readOwner = (file: string): Owner | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

/** True when the process group is a database on a file of this folder: nothing else is ever ended. */
const isOurDatabase = (pid: number, folder: string): boolean => {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return command.includes('dynoxide') && command.includes(`${folder}/`)
  } catch {
    return false
  }
}

/** True while a living run owns the folder and its database is up: the file may be read beside it. */
export function isServed(folder: string): boolean {
  const owner = readOwner(join(folder, 'run.lock'))
  return owner?.database !== undefined && isAlive(owner)
}

export interface Claim {
  /** Remembers the group of the database that this run started. */
  database(pid: number): void
  release(): void
}

/** Claims the folder, taking over from a run that died; stops when a living one holds it. */
export function claimFolder(folder: string): Claim {
  const file = join(folder, 'run.lock')
  const me: Owner = { pid: process.pid, born: bornAt(process.pid) ?? '' }
  const write = (flag: 'w' | 'wx') => writeFileSync(file, JSON.stringify(me), { flag, mode: 0o600 })
  for (let tries = 0; ; tries++) {
    try {
      write('wx')
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || tries === 3) throw error
      setAsideDead(file, folder)
    }
  }
  return {
    database(pid) {
      me.database = pid
      write('w')
    },
    release() {
      if (readOwner(file)?.pid === process.pid) rmSync(file, { force: true })
    },
  }
}

/** Renaming decides who takes over: of two starts that both saw a dead owner, one finds the file gone. */
function setAsideDead(file: string, folder: string): void {
  const owner = readOwner(file)
  if (owner && isAlive(owner))
    throw new Stopped(
      `数据正由另一个运行(进程 ${owner.pid})使用：先在那个窗口按 Ctrl-C,或设 DATA_DIR 用另一个数据目录`,
    )
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  const taken = readOwner(aside)
  if (taken && taken.pid !== owner?.pid && isAlive(taken)) linkSync(aside, file)
  rmSync(aside, { force: true })
  if (owner?.database && isOurDatabase(owner.database, folder)) process.kill(-owner.database, 'SIGKILL')
}
