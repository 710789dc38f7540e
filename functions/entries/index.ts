import enterNumber from './enter-number'
import importNumbers from './import-numbers'
import listLacking from './list-lacking'

/** Second entry (二次录入): the numbers of the city platform. */
export default [enterNumber, listLacking, importNumbers]
