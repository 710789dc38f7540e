import Taro from '@tarojs/taro'

/** Opens the phone with a number; closing it again is no error. */
export const dial = (phoneNumber: string): void => {
  Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
}
