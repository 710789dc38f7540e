import Taro from '@tarojs/taro'

/** The one-time code by which the service asks WeChat who this is; rejects when WeChat gives none. */
export const wechatCode: (() => Promise<string>) | undefined = () => Taro.login().then(({ code }) => code)
