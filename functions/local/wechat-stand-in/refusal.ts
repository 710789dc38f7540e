/** Bodies of requests and answers. */
export type Json = Record<string, unknown>

export const refusal = (errcode: number, errmsg: string): Json => ({
  errcode,
  errmsg: `${errmsg} rid: 65a1b2c3-1a2b3c4d-5e6f7a8b`,
})
export const done = { errcode: 0, errmsg: 'ok' }
