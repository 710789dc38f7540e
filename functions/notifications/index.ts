import countSubscriptions from './count-subscriptions'
import listCalls from './list-calls'
import listMessages from './list-messages'
import markCalled from './mark-called'
import viewSubscriptions from './view-subscriptions'

/** What a person is told (消息), and who is called because no message reached them. */
export default [listMessages, viewSubscriptions, countSubscriptions, listCalls, markCalled]
