// The root of the object model: the workbook and its application.
import { commentsObject, notesObject } from './annotations';
import { textArgument } from './host-object';
import type { HostObject } from './host-object';
import { insertFile } from './insert-file';
import { rangeObject } from './range-object';
import { registrations, worksheetsObject } from './worksheet-objects';
import { namesObject, propertiesObject, settingsObject, xmlPartsObject } from './workbook-parts';
import { WORKBOOK_TARGET } from './wire';
import type { World } from './world';

function applicationObject(world: World): HostObject {
  const { model } = world;
  return {
    kind: 'Application',
    props: { CalculationMode: () => model.calculationMode, CalculationState: () => 'Done', CalculationEngineVersion: () => 191029, DecimalSeparator: () => '.', ThousandsSeparator: () => ',', UseSystemSeparators: () => true },
    set: { CalculationMode: (value) => { model.calculationMode = textArgument(value); } },
    methods: {
      Calculate: () => { model.settle(true); },
      CreateWorkbook: (base64) => ({ kind: 'WorkbookCreated', methods: { Open: () => { model.openedElsewhere.push(textArgument(base64)); } } }),
      SuspendApiCalculationUntilNextSync: () => undefined,
      SuspendScreenUpdatingUntilNextSync: () => undefined,
    },
  };
}

function protectionObject({ model }: World): HostObject {
  return {
    kind: 'WorkbookProtection',
    props: { Protected: () => model.structureProtected },
    methods: { Protect: () => { model.guardWorkbook(); model.structureProtected = true; }, Unprotect: () => { model.structureProtected = false; } },
  };
}

function runtimeObject(world: World): HostObject {
  return {
    kind: 'Runtime',
    props: { EnableEvents: () => world.model.eventsEnabled },
    set: { EnableEvents: (value) => { world.model.eventsEnabled = value === true; } },
  };
}

export function workbookObject(world: World): HostObject {
  const { model } = world;
  const selected = (oneCell: boolean): HostObject => {
    const { sheet, range } = model.selection ?? { sheet: model.active, range: { top: 1, left: 1, bottom: 1, right: 1 } };
    return rangeObject(world, sheet, oneCell ? { ...range, bottom: range.top, right: range.left } : range);
  };
  return {
    kind: 'Workbook',
    props: { Name: () => model.name, ReadOnly: () => model.readOnly, IsDirty: () => true, AutoSave: () => false, PreviouslySaved: () => true, UsePrecisionAsDisplayed: () => false, CalculationEngineVersion: () => 191029, ChartDataPointTrack: () => true },
    nav: {
      Worksheets: () => worksheetsObject(world), Application: () => applicationObject(world), _Runtime: () => runtimeObject(world), Names: () => namesObject(world, null),
      Settings: () => settingsObject(world), CustomXmlParts: () => xmlPartsObject(world, null), Properties: () => propertiesObject(world),
      Protection: () => protectionObject(world), Comments: () => commentsObject(world, null), Notes: () => notesObject(world, null),
    },
    methods: {
      InsertWorksheetsFromBase64: (base64, options) => insertFile(model, textArgument(base64), options),
      // On the web a root of its own is asked; it has nothing but this.
      CreateAndOpenWorkbook: (base64) => { model.openedElsewhere.push(textArgument(base64)); },
      GetSelectedRange: () => selected(false),
      GetActiveCell: () => selected(true),
      _RemoveReference: (reference) => { world.release(textArgument(reference)); },
      _RemoveAllReferences: () => { world.releaseAll(); },
      _GetReferenceCount: () => world.liveReferences(),
      ...registrations(world, WORKBOOK_TARGET),
    },
  };
}
