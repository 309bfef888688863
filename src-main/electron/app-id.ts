/**
 * The id of the package (resources/build/electron-builder.mjs). Windows shows a notice only for an app that says its id,
 * and says it before it is ready.
 */
export const appId = 'app.balsong.desk';
