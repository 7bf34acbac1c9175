// Everything that lays out a template, in one piece that is loaded when the page 模板 is used.
import { templateBytes as catalogBytes } from '../catalog/load-catalog';
import { convertTable } from '../templates/convert';
import { sheetBytes, templateSheet } from '../templates/templates';
import { fileNameOf, findTemplate, readOptions } from './template-choice';

export { catalogBytes, convertTable, fileNameOf, findTemplate, readOptions, sheetBytes, templateSheet };
