/** How other capabilities tell a person something. */
export { messageWrite, saveMessage } from './message-store'
export { reachesByWechat } from './tell-by-wechat'
