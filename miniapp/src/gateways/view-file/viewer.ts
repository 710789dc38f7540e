import Taro from '@tarojs/taro'

/** Taro's viewer for the browser: heavy, so it is fetched by who looks at a picture. */
export const showPictures = (urls: readonly string[], first: string) =>
  Taro.previewImage({ urls: [...urls], current: first })
