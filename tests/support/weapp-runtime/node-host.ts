/** Runs a built mini-program in a bare script context, as strict as WeChat's: no window, fetch, URL, Intl, eval. */
import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import { Logic, type TaroNode } from './logic'
import { textOf } from './data'
import type { Request, Upload } from './wx'

const overHttp: Request = async ({ url, method, header, data }) => {
  const response = await fetch(url, { method, headers: header, body: data })
  return {
    status: response.status,
    header: Object.fromEntries(response.headers),
    text: await response.text(),
  }
}

const overHttpUpload: Upload = async ({ url, filePath, name, formData }) => {
  const form = new FormData()
  for (const [field, value] of Object.entries(formData)) form.append(field, value)
  form.append(name, new Blob([new Uint8Array(fs.readFileSync(filePath))]), path.basename(filePath))
  const response = await fetch(url, { method: 'POST', body: form })
  return { status: response.status, text: await response.text() }
}

const inBareContext = () => {
  let context: vm.Context | undefined
  return (source: string, filename: string, globals: Record<string, unknown>) => {
    if (!context) {
      context = vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } })
      vm.runInContext(
        'delete globalThis.Intl; delete globalThis.WebAssembly; delete globalThis.SharedArrayBuffer; globalThis.global = globalThis',
        context,
      )
    }
    const wrapped = `(function(require,module,exports){${source}\n})`
    return vm.runInContext(wrapped, context, { filename }) as never
  }
}

/** A running mini-program, in the words of a test. */
export class MiniProgram {
  constructor(readonly logic: Logic) {}

  /** The words on the page on top. */
  words(): string {
    return textOf(this.logic.page.data.root as TaroNode)
  }

  /** The address of the page on top. */
  route(): string {
    return this.logic.page.route
  }

  /** Opens a page and waits until everything has come to rest. */
  async open(url: string): Promise<void> {
    this.logic.open(url)
    await this.logic.settled()
  }

  /** What can be tapped and says these words; the one that says the least else. */
  pressable(words: string): TaroNode {
    const found = this.logic
      .nodes()
      .filter(({ cl }) => cl?.split(' ').includes('press'))
      .filter((node) => textOf(node).includes(words) || Object.values(node).includes(words))
      .sort((one, other) => textOf(one).length - textOf(other).length)[0]
    if (!found) throw new Error(`nothing to tap says “${words}” on ${this.route()}: ${this.words()}`)
    return found
  }

  /** Taps what says these words and waits until everything has come to rest. */
  async tap(words: string): Promise<void> {
    this.logic.fire(this.pressable(words), 'tap')
    await this.logic.settled()
  }

  /** Taps the first node of a class that is not disabled. */
  async tapFirst(className: string): Promise<void> {
    const node = this.logic.nodes().find(({ cl }) => cl?.split(' ').filter(Boolean).join(' ') === className)
    if (!node) throw new Error(`no “${className}” on ${this.route()}`)
    this.logic.fire(node, 'tap')
    await this.logic.settled()
  }

  /** Types into the field of an id. */
  async type(id: string, value: string): Promise<void> {
    const node = this.logic.nodes().find(({ uid, sid }) => (uid ?? sid) === id)
    if (!node) throw new Error(`no field ${id} on ${this.route()}`)
    this.logic.fire(node, 'input', { value, cursor: value.length })
    await this.logic.settled()
  }
}

/**
 * Launches a built mini-program; its requests go out over real HTTP. The address that was built in is replaced by
 * `api`.
 */
export const launchMiniProgram = (dist: string, { api = '' }: { api?: string } = {}): MiniProgram => {
  const there = (url: string): string => url.replace(/^https?:\/\/[^/]+/, api)
  const logic = new Logic({
    read: (file) => fs.readFileSync(path.join(dist, file), 'utf8'),
    evaluate: inBareContext(),
    request: (asked) => overHttp({ ...asked, url: there(asked.url) }),
    upload: (asked) => overHttpUpload({ ...asked, url: there(asked.url) }),
  })
  logic.launch()
  return new MiniProgram(logic)
}
