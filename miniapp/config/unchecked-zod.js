/**
 * The app's stand-in for zod, whose checking is the service's: an enum is its options, an object its shape, and nothing
 * is ever refused. Keeps some 40 KB out of the main package. What shared/ uses beyond this fails the build.
 */
const made = (more) => {
  const schema = { ...more, check: () => schema }
  return schema
}
const anything = () => made()

const enumOf = (options) => made({ options })
export { enumOf as enum }
/** `parse` is for what the app itself carries (the calendar): it is taken at its word. */
export const object = (shape) => made({ shape, parse: (value) => value })
export const extend = ({ shape }, more) => object({ ...shape, ...more })
export const partial = ({ shape }) => object(shape)
export const pick = ({ shape }, kept) =>
  object(Object.keys(kept).reduce((picked, key) => ({ ...picked, [key]: shape[key] }), {}))
export const coerce = { number: anything }

export {
  anything as _default,
  anything as array,
  anything as boolean,
  anything as gte,
  anything as int,
  anything as literal,
  anything as lte,
  anything as maxLength,
  anything as minLength,
  anything as nonnegative,
  anything as nullable,
  anything as number,
  anything as optional,
  anything as partialRecord,
  anything as pipe,
  anything as positive,
  anything as record,
  anything as refine,
  anything as regex,
  anything as string,
  anything as transform,
  anything as trim,
  anything as tuple,
  anything as union,
  anything as unknown,
  anything as url,
}
