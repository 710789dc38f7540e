import listMyRatings from './list-my-ratings'
import rateCase from './rate-case'

/** Good and poor ratings (好差评). */
export default [rateCase, listMyRatings]
