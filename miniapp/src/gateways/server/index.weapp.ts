/** Set when the app is built (TARO_APP_API). */
export const serverUrl: string = process.env.TARO_APP_API ?? ''
