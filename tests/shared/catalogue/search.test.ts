import { assembleCatalogue } from '../../../functions/catalogue/build-catalogue'
import { searchServices } from '@one-window/shared/catalogue/search'
import { spokenQuestions } from './spoken-questions'

const { index } = assembleCatalogue()
const firstThree = (said: string) =>
  searchServices(index, said)
    .slice(0, 3)
    .map(({ serviceId }) => serviceId)

test('of 60 spoken questions at least 57 find their guide among the first three', () => {
  const missed = spokenQuestions.filter(
    ([said, ...right]) => !firstThree(said).some((id) => right.includes(id)),
  )
  for (const [said] of missed)
    console.log(
      said,
      searchServices(index, said)
        .slice(0, 6)
        .map(({ serviceId }) => serviceId),
    )
  expect(missed.length).toBeLessThanOrEqual(3)
})
