import Taro from '@tarojs/taro'

/** Copies a text and says so. */
export const copy = (text: string): void => {
  Taro.setClipboardData({ data: text })
    .then(() => Taro.showToast({ title: '复制好了', icon: 'none' }))
    .catch(() => undefined)
}
