const path = require('node:path')
const { components } = require('./aria')

/** Adds the aria attributes to Taro's WXML templates and, through aria-runtime.js, to its runtime. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return // h5 has no templates
      platform.template.mergeComponents(ctx, components)
      platform.runtimePath = [].concat(
        platform.runtimePath,
        'post:' + path.resolve(__dirname, 'aria-runtime.js'),
      )
    },
  })
}
