// Everything that lays out a template, in one piece that is loaded when the page 模板 is used.
export { templateBytes as catalogBytes } from '../catalog/load-catalog';
export { convertTable } from '../templates/convert';
export { sheetBytes, templateSheet } from '../templates/templates';
export { fileNameOf, findTemplate, readOptions } from './template-choice';
