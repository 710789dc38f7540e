import listMyRatings from './list-my-ratings'
import openRatingCode from './open-rating-code'
import rateCase from './rate-case'

/** Good and poor ratings (好差评). */
export default [rateCase, listMyRatings, openRatingCode]
