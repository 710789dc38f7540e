// Taro's templates drop aria attributes on weapp. The list is used twice, by the template (aria-plugin.js) and by
// the runtime (aria-runtime.js): if the two disagree, properties are written under another property's alias.
const attributes = ['aria-label', 'aria-role', 'aria-hidden', 'aria-disabled', 'aria-checked', 'aria-live']
const tags = ['View', 'Text', 'Button', 'Input', 'Textarea', 'Image', 'ScrollView']

module.exports.components = Object.fromEntries(
  tags.map((tag) => [tag, Object.fromEntries(attributes.map((name) => [name, '']))]),
)
