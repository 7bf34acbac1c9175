// Rules over ranges: data validation (ExcelApi 1.8) and conditional formats with a formula (1.6).
import type { Range } from '../../src/model/address';
import { colorOf } from './format-objects';
import { accessDenied, invalidArgument, notEmulated } from './host-error';
import { textArgument } from './host-object';
import type { HostObject } from './host-object';
import { overlap } from './references';
import type { HighlightState, SheetModel, ValidationState } from './sheet-model';
import type { World } from './world';

const KINDS = ['list', 'decimal', 'wholeNumber', 'textLength', 'date', 'time', 'custom'];
/** Excel refuses longer lists of words, titles and texts. */
const MAX_LIST = 255;
const MAX_TITLE = 32;
const MAX_TEXT = 255;

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw invalidArgument();
  return value as Readonly<Record<string, unknown>>;
}

function guard(world: World, sheet: SheetModel): void {
  if (world.model.readOnly || sheet.protected) throw accessDenied();
}

function checkTexts({ title, message }: Readonly<Record<string, unknown>>): void {
  const fits = (text: unknown, most: number): boolean => text === undefined || (typeof text === 'string' && text.length <= most);
  if (!fits(title, MAX_TITLE) || !fits(message, MAX_TEXT)) throw invalidArgument();
}

function checkRule(rule: Readonly<Record<string, unknown>>): void {
  const kinds = Object.keys(rule);
  if (kinds.length !== 1 || !KINDS.includes(kinds[0] ?? '')) throw invalidArgument();
  const inner = record(Object.values(rule)[0]);
  if (typeof inner['source'] === 'string' && inner['source'].length > MAX_LIST) throw invalidArgument();
}

export function validationObject(world: World, sheet: SheetModel, range: Range): HostObject {
  const own = (): ValidationState => {
    const known = sheet.validations.find((one) => JSON.stringify(one.range) === JSON.stringify(range));
    // Alert and prompt belong to a rule: without one there is nothing to hang them on.
    if (!known) throw invalidArgument();
    return known;
  };
  return {
    kind: 'DataValidation',
    props: { Type: () => Object.keys(sheet.validations.find((one) => overlap(one.range, range))?.rule ?? { none: null })[0] },
    set: {
      Rule: (value) => {
        guard(world, sheet);
        const rule = record(value);
        checkRule(rule);
        sheet.validations = sheet.validations.filter((one) => overlap(one.range, range) === null);
        sheet.validations.push({ range, rule, errorAlert: null, prompt: null });
      },
      IgnoreBlanks: () => { guard(world, sheet); },
      ErrorAlert: (value) => { guard(world, sheet); checkTexts(record(value)); own().errorAlert = record(value); },
      Prompt: (value) => { guard(world, sheet); checkTexts(record(value)); own().prompt = record(value); },
    },
    methods: { Clear: () => { guard(world, sheet); sheet.validations = sheet.validations.filter((one) => overlap(one.range, range) === null); } },
  };
}

function highlightObject(state: HighlightState): HostObject {
  const format = (): HostObject => ({
    kind: 'ConditionalRangeFormat',
    nav: {
      Fill: () => ({ kind: 'ConditionalRangeFill', set: { Color: (value) => { state.fill = colorOf(value); } } }),
      Font: () => ({ kind: 'ConditionalRangeFont', set: { Color: (value) => { state.fontColor = colorOf(value); } } }),
    },
  });
  const custom = (): HostObject => ({
    kind: 'CustomConditionalFormat',
    nav: { Format: format, Rule: () => ({ kind: 'ConditionalFormatRule', set: { Formula: (value) => { state.formula = textArgument(value); } } }) },
  });
  return { kind: 'ConditionalFormat', nav: { Custom: custom, CustomOrNullObject: custom } };
}

export function highlightsObject(world: World, sheet: SheetModel, range: Range): HostObject {
  return {
    kind: 'ConditionalFormatCollection',
    methods: {
      Add: (type) => {
        world.model.guardFormat(sheet);
        if (type !== 'Custom') throw notEmulated(`conditional formats of type ${String(type)}`);
        const state: HighlightState = { range, formula: '', fill: null, fontColor: null };
        sheet.highlights.push(state);
        return highlightObject(state);
      },
    },
  };
}
