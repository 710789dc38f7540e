/** How other capabilities tell a person something. */
export { forgetMessagesOf, listEveryMessageOf } from './forgetting-store'
export { messageWrite, saveMessage } from './message-store'
export { reachesByWechat } from './tell-by-wechat'
