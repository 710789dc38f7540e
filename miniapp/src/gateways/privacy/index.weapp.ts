import Taro from '@tarojs/taro'

/** True where WeChat wants its own agreement (base library 2.32.3 on), which only its button can give. */
export const agreesByButton = (): boolean => Taro.canIUse('button.open-type.agreePrivacyAuthorization')

/** Opens the guide that is filed with WeChat; an old WeChat has none and stays where it is. */
export const openWechatGuide: (() => void) | undefined = () => {
  if (Taro.canIUse('openPrivacyContract')) Taro.openPrivacyContract({ fail: () => undefined })
}
