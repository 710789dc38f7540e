import listMessages from './list-messages'

/** What a person is told (消息). */
export default [listMessages]
