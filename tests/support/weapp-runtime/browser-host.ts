/** Runs in the test's browser: the same logic layer, with the browser's own globals hidden from it, and the view. */
import { Logic } from './logic'
import type { Compiled } from './templates'
import { viewOn } from './view'

const hidden = [
  'window',
  'document',
  'navigator',
  'location',
  'self',
  'fetch',
  'XMLHttpRequest',
  'localStorage',
]

const start = async () => {
  const { files, styles, groups } = (await (await fetch('/package.json')).json()) as Compiled
  const logic = new Logic({
    read: (file) => {
      const text = files[file]
      if (text === undefined) throw new Error(`no file ${file}`)
      return text
    },
    evaluate: (source, file, globals) => (require, module, exports) => {
      const names = ['require', 'module', 'exports', 'global', ...Object.keys(globals), ...hidden]
      const run = new Function(...names, `${source}\n//# sourceURL=weapp/${file}`) as (
        ...given: unknown[]
      ) => void
      run(require, module, exports, globals, ...Object.values(globals))
    },
    request: async ({ url, method, header, data }) => {
      // The host page hands requests on to the service.
      const response = await fetch(url.replace(/^https?:\/\/[^/]+/, ''), {
        method,
        headers: header,
        body: data,
      })
      return { status: response.status, header: {}, text: await response.text() }
    },
  })
  logic.launch()
  const container = document.getElementById('app')
  if (!container) throw new Error('the host page has no place for the mini-program')
  const show = viewOn(
    logic,
    {
      groups: new Function(`return ${groups}`)() as Record<string, unknown>,
      styles,
      config: (path) =>
        JSON.parse(files[`${path}.json`] ?? '{}') as { usingComponents?: Record<string, string> },
    },
    container,
  )
  logic.onPage = (page) => queueMicrotask(() => show(page))
  logic.open(new URLSearchParams(location.search).get('page') ?? logic.allPages[0] ?? '')
  await logic.settled()
  Object.assign(globalThis, { logic })
}

void start()
