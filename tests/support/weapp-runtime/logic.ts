// One closure over the running app: longer than 250 lines.
/**
 * The logic layer of a mini-program host: loads a built package, stands in for `wx`, counts setData.
 * Touches neither Node nor the DOM, so that the same code runs in both (node-host.ts, browser-host.ts).
 * It proves the logic and the templates of the build, never WeChat itself.
 */
import { applyData, bytesOf, resolved, walk, type Data, type Payload, type TaroNode } from './data'
import { clientOf, type Client, type Request, type Upload, type WxOptions } from './wx'

type ModuleFunction = (require: (name: string) => unknown, module: Module, exports: unknown) => void
interface Module {
  exports: unknown
}
interface Definition extends Record<string, unknown> {
  data?: Data
}
export interface AppJson {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { list: { pagePath: string }[] }
}

/** What the surroundings give: the files, a way to evaluate them, the network. */
export interface Host {
  read: (file: string) => string
  evaluate: (source: string, file: string, globals: Record<string, unknown>) => ModuleFunction
  request: Request
  upload?: Upload
}

export interface MiniPage {
  route: string
  options: Record<string, string>
  data: Data
  setData: (patch: Payload, done?: () => void) => void
  onLoad?: (query: Record<string, string>) => void
  onShow?: () => void
  onHide?: () => void
  onReady?: () => void
  onUnload?: () => void
  eh: (event: unknown) => void
  /** Set by the view: draws what has changed. */
  draw?: (patch: Payload) => void
  gone?: boolean
}

export interface SetDataCall {
  route: string
  bytes: number
  afterUnload: boolean
}

const LONGEST_SHORT_TIMER_MS = 1000
const QUIET_TURNS = 4
const DEEPEST_STACK = 10

export class Logic {
  readonly appJson: AppJson
  readonly allPages: string[]
  readonly stack: MiniPage[] = []
  readonly setDataCalls: SetDataCall[] = []
  readonly components: Record<string, Definition> = {}
  /** Told of every page that opens; the view draws it. */
  onPage: ((page: MiniPage) => void) | undefined
  readonly client: Client
  private readonly subpackages: string[]
  private readonly definitions = new Map<string, Definition>()
  private readonly modules = new Map<string, Module>()
  private readonly globals: Record<string, unknown>
  private app: Definition | undefined
  private declared: Definition | undefined
  private loading = ''
  private timers = 0

  constructor(private readonly host: Host) {
    this.appJson = JSON.parse(host.read('app.json')) as AppJson
    const subpackages = this.appJson.subPackages ?? []
    this.subpackages = subpackages.map(({ root }) => `${resolved(root)}/`)
    this.allPages = [
      ...this.appJson.pages,
      ...subpackages.flatMap(({ root, pages }) => pages.map((page) => resolved(`${root}/${page}`))),
    ]
    const first = this.appJson.pages[0] ?? ''
    this.client = clientOf({
      firstPage: first,
      request: host.request,
      upload: host.upload,
      open: (url) => void this.open(url),
      replace: (url) => {
        this.close()
        this.open(url)
      },
      reset: (url) => {
        while (this.stack.length) this.close()
        this.open(url)
      },
      back: (delta) => {
        for (let i = 0; i < delta && this.stack.length > 1; i += 1) this.close()
        this.page.onShow?.()
      },
    })
    this.globals = this.globalsOf()
  }

  /** The page on top. */
  get page(): MiniPage {
    const top = this.stack[this.stack.length - 1]
    if (!top) throw new Error('no page is open')
    return top
  }

  /** Evaluates app.js and starts the app. */
  launch(): void {
    this.load('app')
    const options = { path: this.appJson.pages[0], query: {}, scene: 1001 }
    for (const hook of ['onLaunch', 'onShow']) {
      const start = this.app?.[hook]
      if (typeof start === 'function') start.call(this.app, options)
    }
  }

  /** Opens a page as wx.navigateTo does: declared pages only, ten deep at most. */
  open(url: string): MiniPage {
    const [path = '', query = ''] = url.split('?')
    const route = resolved(path)
    if (!this.allPages.includes(route)) throw new Error(`page not declared: ${route}`)
    if (this.stack.length >= DEEPEST_STACK) throw new Error(`more than ${DEEPEST_STACK} pages are open`)
    this.stack[this.stack.length - 1]?.onHide?.()
    const pairs = query.split('&').filter(Boolean)
    const options = Object.fromEntries(
      pairs.map((pair) => pair.split('=').map(decodeURIComponent) as [string, string]),
    )
    const page = this.newPage(this.definitionOf(route), route, options)
    this.stack.push(page)
    this.onPage?.(page)
    page.onLoad?.(options)
    page.onShow?.()
    page.onReady?.()
    return page
  }

  /** Waits until no request and no short timer is left: everything that a tap set going has come to rest. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < QUIET_TURNS;) {
      await new Promise((resolve) => setTimeout(resolve))
      quiet = this.timers === 0 && this.client.pending() === 0 ? quiet + 1 : 0
    }
  }

  /** What an action sends to the view until everything has come to rest. */
  async measured(action: () => unknown): Promise<{ calls: number; bytes: number }> {
    const before = this.setDataCalls.length
    await action()
    await this.settled()
    const made = this.setDataCalls.slice(before)
    return { calls: made.length, bytes: made.reduce((sum, { bytes }) => sum + bytes, 0) }
  }

  /** Everything drawn on the page on top, in order. */
  nodes(): TaroNode[] {
    return [...walk(this.page.data.root as TaroNode)]
  }

  /** Gives a node of the page on top an event. */
  fire(node: TaroNode, type: string, detail: Record<string, unknown> = {}): void {
    const target = { id: node.uid ?? node.sid, offsetLeft: 0, offsetTop: 0, dataset: { sid: node.sid } }
    const event = { type, timeStamp: 0, target, currentTarget: target, detail }
    this.page.eh({ ...event, touches: [], changedTouches: [], mark: {} })
  }

  /** Evaluates a file of the package once. The main package never reaches into a subpackage, nor one into another. */
  load(name: string): unknown {
    const plain = resolved(name)
    const file = plain.endsWith('.js') ? plain : `${plain}.js`
    const known = this.modules.get(file)
    if (known) return known.exports
    const module: Module = { exports: {} }
    this.modules.set(file, module)
    const evaluated = this.host.evaluate(this.host.read(file), file, this.globals)
    const own = this.subpackages.find((root) => file.startsWith(root))
    const require = (to: string) => {
      const target = resolved(`${file.replace(/[^/]*$/, '')}/${to}`)
      const other = this.subpackages.find((root) => target.startsWith(root))
      if (other && other !== own) throw new Error(`${file} requires ${target} of another package`)
      return this.load(target)
    }
    evaluated.call(undefined, require, module, module.exports)
    return module.exports
  }

  private close(): void {
    const page = this.stack.pop()
    page?.onUnload?.()
    if (page) page.gone = true
  }

  private definitionOf(route: string): Definition {
    const known = this.definitions.get(route)
    if (known) return known
    this.declared = undefined
    this.loading = route
    this.load(route)
    const declared = this.declared as Definition | undefined
    if (!declared) throw new Error(`${route} declares no page`)
    this.definitions.set(route, declared)
    return declared
  }

  private newPage(definition: Definition, route: string, options: Record<string, string>): MiniPage {
    const page = Object.assign(Object.create(definition) as MiniPage, definition, { route, options })
    page.data = JSON.parse(JSON.stringify(definition.data ?? {})) as Data
    page.setData = (patch, done) => {
      this.setDataCalls.push({ route, bytes: bytesOf(patch), afterUnload: page.gone === true })
      const copy = JSON.parse(JSON.stringify(patch)) as Payload
      applyData(page.data, copy)
      page.draw?.(copy)
      if (done) this.later(() => done.call(page))
    }
    return Object.assign(page, { getTabBar: () => null, selectComponent: () => null })
  }

  private later(action: () => void, delay = 0): unknown {
    const counted = delay <= LONGEST_SHORT_TIMER_MS
    if (counted) this.timers += 1
    return setTimeout(() => {
      if (counted) this.timers -= 1
      action()
    }, delay)
  }

  private globalsOf(): Record<string, unknown> {
    const short = new Set<unknown>()
    return {
      console,
      wx: this.client.wx,
      setTimeout: (action: () => void, delay = 0) => {
        const timer = this.later(() => {
          short.delete(timer)
          action()
        }, delay)
        if (delay <= LONGEST_SHORT_TIMER_MS) short.add(timer)
        return timer
      },
      clearTimeout: (timer: ReturnType<typeof setTimeout>) => {
        if (short.delete(timer)) this.timers -= 1
        clearTimeout(timer)
      },
      setInterval,
      clearInterval,
      App: (app: Definition) => {
        this.app = app
      },
      Page: (page: Definition) => {
        this.declared = page
      },
      Component: (component: Definition) => {
        this.declared ??= component
        this.components[this.loading] = component
      },
      Behavior: (behavior: Definition) => behavior,
      getApp: () => this.app,
      getCurrentPages: () => this.stack,
    }
  }
}

export type { Data, Payload, TaroNode, WxOptions }
