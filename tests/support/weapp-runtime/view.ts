/**
 * Draws the compiled templates with glass-easel, WeChat's own open-source component framework, into the DOM of a real
 * browser, and gives DOM events back to the page. Left out: native components, the navigation bar and the tab bar.
 */
import * as engine from 'glass-easel'
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter'
import type { Logic, MiniPage } from './logic'

/** The parts of the framework used here; its own types ask for much more than a host needs. */
interface Root {
  get: () => { setData: (data: object) => void }
  attach: (parent: Element, placeholder: Element) => void
  release: () => void
}
interface CodeSpace {
  prepareComponentOptions: (...given: unknown[]) => [Record<string, unknown>, ...unknown[]]
  addComponentStaticConfig: (path: string, config: object) => void
  addCompiledTemplate: (path: string, template: object) => void
  componentEnv: (path: string, define: (env: { Component: (options: object) => void }) => void) => void
}
interface NativeNode {
  is: string
  getBackendElement: () => Element | null
}
interface EngineEvent {
  type: string
  timeStamp: number
  target?: Target
  currentTarget?: Target
  detail?: unknown
  getOriginalEvent?: () => Event
}
interface Target {
  id?: string
  dataset?: Record<string, unknown>
}

export interface Package {
  groups: Record<string, unknown>
  styles: Record<string, string>
  config: (path: string) => { usingComponents?: Record<string, string> }
}

/** `EventBubbleStatus` of glass-easel, a const enum that only types carry. */
const BUBBLES = 0
const NO_DEFAULT = 1

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const browserCss = (css: string): string =>
  css
    .replace(/(-?[\d.]+)rpx/g, (_, count: string) => `calc(${count} * 100vw / 750)`)
    .replace(/(^|[},\s])page(?=[\s{,])/g, '$1.wx-page')

const addStyle = (css: string) => {
  const style = document.createElement('style')
  style.textContent = browserCss(css)
  document.head.append(style)
}

const pageEvent = (event: EngineEvent) => {
  const from = event.getOriginalEvent?.().target as HTMLInputElement | null | undefined
  const typed = ['input', 'change', 'blur'].includes(event.type) && from && 'value' in from
  const target = (of: Target | undefined) => ({
    id: of?.id ?? '',
    dataset: { ...of?.dataset },
    offsetLeft: 0,
    offsetTop: 0,
  })
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: target(event.target),
    currentTarget: target(event.currentTarget),
    detail: typed ? { value: from.value, cursor: from.selectionStart } : (event.detail ?? {}),
    touches: [],
    changedTouches: [],
    mark: {},
  }
}

/** An attribute without a value must be absent: `disabled=""` disables an element of the DOM. */
const keepAttributesTrue = () => {
  const node = engine.NativeNode.prototype as unknown as {
    updateAttribute: (this: NativeNode, name: string, value: unknown) => void
  }
  const set = node.updateAttribute
  node.updateAttribute = function (name, value) {
    const element = this.getBackendElement()
    if (name === 'value' && element && 'value' in element) element.value = value ?? ''
    else if (value === undefined || value === '' || (value === false && !name.startsWith('aria-')))
      element?.removeAttribute(name)
    else set.call(this, name, value)
  }
}

/** A view on the pages of a running mini-program. */
export const viewOn = (logic: Logic, { groups, styles, config }: Package, container: HTMLElement) => {
  keepAttributesTrue()
  const env = new MiniProgramEnv()
  const space = env.createCodeSpace('app', true) as unknown as CodeSpace
  const prepare = space.prepareComponentOptions.bind(space)
  space.prepareComponentOptions = (...given) => {
    const prepared = prepare(...given)
    delete prepared[0].idPrefixGenerator // the ids of the page, as they are
    prepared[0].writeIdToDOM = true
    return prepared
  }
  const context = new engine.CurrentWindowBackendContext()
  context.onEvent((target, type, detail, options) => {
    const event = new engine.Event(type, detail, options)
    engine.Event.dispatchEvent(target as never, event as never)
    return event.defaultPrevented() ? NO_DEFAULT : BUBBLES
  })
  const backend = env.associateBackend(context) as unknown as {
    createRoot: (tag: string, space: CodeSpace, path: string) => Root
  }
  for (const [name, css] of Object.entries(styles)) if (name === 'app') addStyle(css)

  const known = new Set<string>()
  const know = (path: string) => {
    if (known.has(path)) return
    known.add(path)
    const own = config(path)
    const using: Record<string, string> = {}
    for (const [tag, to] of Object.entries(own.usingComponents ?? {})) {
      const component = new URL(to, `http://x/${path}`).pathname.slice(1)
      using[tag] = `/${component}`
      know(component)
    }
    space.addComponentStaticConfig(path, { ...own, usingComponents: using })
    space.addCompiledTemplate(path, { groupList: groups, content: groups[path] })
  }
  const handle = (event: EngineEvent) => logic.page.eh(pageEvent(event))
  const registered = new Set<string>()
  const register = (path: string, options: object) => {
    if (registered.has(path)) return
    registered.add(path)
    space.componentEnv(path, ({ Component }) => Component(options))
  }

  let shown: Root | undefined
  return (page: MiniPage) => {
    know(page.route)
    for (const path of known) {
      if (path === page.route || logic.allPages.includes(path)) continue
      logic.load(path)
      register(path, { properties: { i: null, l: null }, methods: { eh: handle } })
    }
    register(page.route, { data: plain(page.data), methods: { eh: handle } })
    shown?.release()
    container.textContent = ''
    container.className = 'wx-page'
    const place = document.createElement('div')
    container.append(place)
    const css = styles[page.route]
    if (css) addStyle(css)
    const root = backend.createRoot('wx-page-root', space, `/${page.route}`)
    root.get().setData(plain(page.data))
    root.attach(container, place)
    shown = root
    page.draw = (patch) => {
      const written = Object.entries(patch).map(([key, value]) => [key.replace(/\.\[/g, '['), value])
      root.get().setData(Object.fromEntries(written) as object)
    }
  }
}
