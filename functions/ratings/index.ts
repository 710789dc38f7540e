import askOnScreen from './ask-on-screen'
import collectOnScreen from './collect-on-screen'
import exportMonth from './export-month'
import listMonthRatings from './list-month-ratings'
import listMyRatings from './list-my-ratings'
import listRatingsOfMine from './list-ratings-of-mine'
import listSuspicions from './list-suspicions'
import openRatingCode from './open-rating-code'
import openRatingScreen from './open-rating-screen'
import rateAgain from './rate-again'
import rateCase from './rate-case'
import rateOnScreen from './rate-on-screen'
import viewMonth from './view-month'

/** Good and poor ratings (好差评). */
export default [
  rateCase,
  rateAgain,
  listMyRatings,
  openRatingCode,
  openRatingScreen,
  askOnScreen,
  collectOnScreen,
  rateOnScreen,
  listRatingsOfMine,
  viewMonth,
  listMonthRatings,
  exportMonth,
  listSuspicions,
]
