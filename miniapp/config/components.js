// What the WXML templates and the runtime know of each component must be the same on both sides: a property missing on
// one side is written under another property's alias. This list is therefore used twice, by components-plugin.js (the
// templates) and by components-runtime.js (the runtime).
const attributes = ['aria-label', 'aria-role', 'aria-disabled', 'aria-checked', 'aria-live']
const tags = ['View', 'Text', 'Button', 'Input', 'Textarea']

/** Taro's templates drop aria attributes on weapp: added here. */
exports.added = Object.fromEntries(
  tags.map((tag) => [tag, Object.fromEntries(attributes.map((name) => [name, '']))]),
)

const animation = [
  'animation',
  'bindAnimationStart',
  'bindAnimationIteration',
  'bindAnimationEnd',
  'bindTransitionEnd',
]
const hover = ['hover-stop-propagation', 'hover-start-time', 'hover-stay-time']

/** What we never use: it would be repeated in every nesting level of every template. */
exports.dropped = {
  View: [...animation, ...hover],
  Text: ['selectable', 'space', 'decode', 'user-select', 'overflow', 'max-lines'],
}
