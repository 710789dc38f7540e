/** A stand-in for `wx`: navigation, storage and the network work; everything else succeeds and is noted. */

export interface WxOptions extends Record<string, unknown> {
  success?: (result: unknown) => void
  fail?: (result: unknown) => void
  complete?: (result: unknown) => void
}

export interface Asked {
  url: string
  method: string
  header: Record<string, string>
  data?: string
}
/** The network of the surroundings; rejects when nothing answers. */
export type Request = (
  asked: Asked,
) => Promise<{ status: number; header: Record<string, string>; text: string }>

/** A file of the phone sent as a form; rejects when nothing answers. */
export type Upload = (asked: {
  url: string
  filePath: string
  name: string
  formData: Record<string, string>
}) => Promise<{ status: number; text: string }>

interface Surroundings {
  firstPage: string
  request: Request
  /** Absent where no file is sent. */
  upload?: Upload
  open: (url: string) => void
  replace: (url: string) => void
  reset: (url: string) => void
  back: (delta: number) => void
}

export interface Client {
  wx: object
  /** Requests without an answer. */
  pending: () => number
  /** Every call, oldest first. */
  calls: { name: string; options: WxOptions }[]
  /** What a call brings besides its success, such as the code of `login`. */
  answers: Record<string, () => object>
  /** What the phone keeps. */
  storage: Map<string, unknown>
  /** The files of the app on this phone, by path. */
  files: Map<string, string>
  /** Cuts the network off, or gives it back. */
  offline: (cut: boolean) => void
}

const phone = {
  brand: 'test',
  model: 'test',
  pixelRatio: 2,
  screenWidth: 375,
  screenHeight: 812,
  windowWidth: 375,
  windowHeight: 724,
  statusBarHeight: 44,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17',
  platform: 'ios',
  fontSizeSetting: 16,
  SDKVersion: '3.8.0',
  theme: 'light',
  safeArea: { left: 0, right: 375, top: 44, bottom: 778, width: 375, height: 734 },
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

export const clientOf = (around: Surroundings): Client => {
  const calls: Client['calls'] = []
  const answers: Client['answers'] = {}
  const storage = new Map<string, unknown>()
  const files = new Map<string, string>()
  let pending = 0
  let cut = false

  const settle = (name: string, options: WxOptions = {}, result: object = {}) => {
    calls.push({ name, options })
    const done = { errMsg: `${name}:ok`, ...result, ...answers[name]?.() }
    queueMicrotask(() => {
      options.success?.(done)
      options.complete?.(done)
    })
    return Promise.resolve(done)
  }
  const navigation =
    (name: string, go: (options: WxOptions) => void) =>
    (options: WxOptions = {}) => {
      const settling = settle(name, options)
      go(options)
      return settling
    }
  const url = (options: WxOptions) => String(options.url)
  const launched = () => ({ path: around.firstPage, query: {}, scene: 1001 })

  /** Any status is a success in WeChat; only no answer at all is a failure. */
  const request = (options: WxOptions) => {
    calls.push({ name: 'request', options })
    pending += 1
    const asked: Asked = {
      url: url(options),
      method: String(options.method ?? 'GET'),
      header: (options.header ?? {}) as Record<string, string>,
      data: options.data === undefined ? undefined : String(options.data),
    }
    const answer = cut ? Promise.reject(new Error('offline')) : around.request(asked)
    answer
      .then(
        ({ status, header, text }) => {
          const result = { errMsg: 'request:ok', statusCode: status, header, data: parsed(text) }
          options.success?.(result)
          options.complete?.(result)
        },
        () => {
          const result = { errMsg: 'request:fail', errno: 600001 }
          options.fail?.(result)
          options.complete?.(result)
        },
      )
      .finally(() => {
        pending -= 1
      })
    return { abort() {}, onHeadersReceived() {}, offHeadersReceived() {} }
  }

  const uploadFile = (options: WxOptions) => {
    calls.push({ name: 'uploadFile', options })
    pending += 1
    const asked = {
      url: url(options),
      filePath: String(options.filePath),
      name: String(options.name),
      formData: options.formData as Record<string, string>,
    }
    const answer = cut || !around.upload ? Promise.reject(new Error('offline')) : around.upload(asked)
    answer
      .then(
        ({ status, text }) => options.success?.({ errMsg: 'uploadFile:ok', statusCode: status, data: text }),
        () => options.fail?.({ errMsg: 'uploadFile:fail' }),
      )
      .finally(() => {
        pending -= 1
      })
    return { abort() {}, onProgressUpdate() {}, offProgressUpdate() {} }
  }

  const selectorQuery = () => {
    const query: object = new Proxy(
      {},
      {
        get: (_, key) =>
          key === 'exec'
            ? (done?: (found: []) => void) => done?.([])
            : key === 'then'
              ? undefined
              : () => query,
      },
    )
    return query
  }

  const known: Record<string | symbol, unknown> = {
    canIUse: () => true,
    nextTick: (action: () => void) => queueMicrotask(action),
    getSystemInfoSync: () => phone,
    getWindowInfo: () => phone,
    getDeviceInfo: () => phone,
    getAppBaseInfo: () => phone,
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getLaunchOptionsSync: launched,
    getEnterOptionsSync: launched,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' },
    }),
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
    env: { USER_DATA_PATH: 'wxfile://usr' },
    getFileSystemManager: () => ({
      writeFileSync: (path: string, text: string) => void files.set(path, text),
      unlinkSync: (path: string) => void files.delete(path),
    }),
    createSelectorQuery: selectorQuery,
    // Taro asks whether wx has them before it calls them
    login: (options?: WxOptions) => settle('login', options),
    scanCode: (options?: WxOptions) => settle('scanCode', options),
    requestSubscribeMessage: (options?: WxOptions) => settle('requestSubscribeMessage', options),
    chooseMedia: (options?: WxOptions) => settle('chooseMedia', options),
    uploadFile,
    shareFileMessage: (options?: WxOptions) => settle('shareFileMessage', options),
    openDocument: (options?: WxOptions) => settle('openDocument', options),
    request,
    navigateTo: navigation('navigateTo', (options) => around.open(url(options))),
    redirectTo: navigation('redirectTo', (options) => around.replace(url(options))),
    reLaunch: navigation('reLaunch', (options) => around.reset(url(options))),
    switchTab: navigation('switchTab', (options) => around.reset(url(options))),
    navigateBack: navigation('navigateBack', (options) => around.back(Number(options.delta ?? 1))),
  }
  const wx = new Proxy(known, {
    get: (target, key) => {
      if (key in target || typeof key === 'symbol') return target[key]
      if (/^(webpackJsonp|cloud|__)/.test(key)) return undefined
      if (/^(on|off)[A-Z]/.test(key)) return () => undefined
      target[key] = (options?: unknown) =>
        settle(key, typeof options === 'object' && options ? (options as WxOptions) : {})
      return target[key]
    },
    has: () => true,
  })
  return {
    wx,
    calls,
    answers,
    storage,
    files,
    pending: () => pending,
    offline: (next) => {
      cut = next
    },
  }
}
