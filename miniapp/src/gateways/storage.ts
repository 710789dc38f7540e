import Taro from '@tarojs/taro'

/** What the phone keeps under a key; undefined when nothing, or nothing readable, is there. */
export const stored = <T>(key: string): T | undefined => {
  try {
    const text: unknown = Taro.getStorageSync(key)
    return typeof text === 'string' && text !== '' ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

/** Keeps a value on the phone; a full or forbidden storage loses only the keeping. */
export const store = (key: string, value: unknown): void => {
  try {
    Taro.setStorageSync(key, JSON.stringify(value))
  } catch {
    // Private windows refuse storage: the app goes on without a memory.
  }
}

export const forget = (key: string): void => {
  try {
    Taro.removeStorageSync(key)
  } catch {
    // As above.
  }
}

/** Forgets every key that begins so. */
export const forgetAll = (prefix: string): void => {
  try {
    Taro.getStorageInfoSync()
      .keys.filter((key) => key.startsWith(prefix))
      .forEach(forget)
  } catch {
    // As above.
  }
}
