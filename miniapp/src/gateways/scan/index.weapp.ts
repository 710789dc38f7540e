import Taro from '@tarojs/taro'

/** Reads a code with the camera; undefined when the person closes it. */
export const scan: (() => Promise<string | undefined>) | undefined = () =>
  Taro.scanCode({ onlyFromCamera: false }).then(
    ({ result }) => result,
    () => undefined,
  )
