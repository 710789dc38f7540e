/** The one-time code by which the service asks WeChat who this is; undefined where there is no WeChat. */
export const wechatCode: (() => Promise<string>) | undefined = undefined
