const path = require('node:path')
const { componentConfig } = require('@tarojs/webpack5-runner/dist/utils/component')
const { added, dropped } = require('./components')

/** Included by Taro without being asked, and used nowhere here. */
const unusedTemplates = ['scroll-view', 'image', 'static-image']

/** Fits Taro's WXML templates to what we use, and its runtime to the templates. */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      const { template } = platform
      if (!template) return // h5 has no templates
      template.mergeComponents(ctx, added)
      for (const [tag, names] of Object.entries(dropped)) {
        for (const name of names) delete template.internalComponents[tag][name]
      }
      for (const name of unusedTemplates) componentConfig.includes.delete(name)
      platform.runtimePath = [].concat(
        platform.runtimePath,
        'post:' + path.resolve(__dirname, 'components-runtime.js'),
      )
    },
  })
}
