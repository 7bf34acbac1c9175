// The language of own checks as the desk needs it, in one piece that is loaded when somebody writes or imports a check.
import { readCheckFile } from '../formulas/check-file';
import { readCheckForm } from './check-reading';

export const language = { readCheckFile, readCheckForm };
export type CheckLanguage = typeof language;
