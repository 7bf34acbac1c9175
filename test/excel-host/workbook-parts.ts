// What hangs on the workbook beside its sheets: names, settings, custom XML parts, document properties.
import type { DefinedName } from '../../src/model/grid';
import { alreadyExists, invalidArgument, itemNotFound } from './host-error';
import { isHostObject, placeArgument, textArgument } from './host-object';
import type { HostObject } from './host-object';
import { addressOf, rangeObject } from './range-object';
import type { XmlPartState } from './workbook-model';
import type { World } from './world';

function absolute(address: string): string {
  const at = address.lastIndexOf('!');
  return address.slice(0, at + 1) + address.slice(at + 1).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function nameObject(world: World, name: DefinedName): HostObject {
  const { model } = world;
  const key = name.name.toLowerCase();
  const range = (): HostObject => {
    const { sheet, range: place } = placeArgument(model, name.refersTo.replace(/^=/, ''));
    return rangeObject(world, sheet, place);
  };
  const formula = (): string => `=${name.refersTo.replace(/^=/, '')}`;
  return {
    kind: 'NamedItem',
    identity: () => ({ Name: name.name }),
    props: {
      Name: () => name.name, Formula: formula, Value: formula, Type: () => (name.refersTo.includes('#REF!') ? 'Error' : 'Range'), Visible: () => !model.hiddenNames.has(key),
      Scope: () => (name.sheet === null ? 'Workbook' : 'Worksheet'), Comment: () => model.nameComments.get(key) ?? '',
    },
    set: {
      Visible: (value) => {
        if (value === false) model.hiddenNames.add(key);
        else model.hiddenNames.delete(key);
      },
      Formula: (value) => { model.names = model.names.map((one) => (one === name ? { ...name, refersTo: textArgument(value).replace(/^=/, '') } : one)); },
      Comment: (value) => { model.nameComments.set(key, textArgument(value)); },
    },
    methods: {
      GetRange: range,
      GetRangeOrNullObject: () => (name.refersTo.includes('#REF!') ? null : range()),
      Delete: () => { model.names = model.names.filter((one) => one !== name); model.hiddenNames.delete(key); model.nameComments.delete(key); },
    },
  };
}

/** @param scope name of the sheet that the names belong to, null for names of the workbook */
export function namesObject(world: World, scope: string | null): HostObject {
  const { model } = world;
  const all = (): readonly DefinedName[] => model.names.filter(({ sheet }) => sheet === scope);
  const find = (name: unknown): DefinedName | undefined => all().find((one) => one.name.toLowerCase() === textArgument(name).toLowerCase());
  const item = (key: unknown): HostObject => {
    const name = find(key);
    if (!name) throw itemNotFound();
    return nameObject(world, name);
  };
  return {
    kind: 'NamedItemCollection',
    items: () => all().map((name) => nameObject(world, name)),
    item,
    methods: {
      GetItem: item,
      GetItemOrNullObject: (name) => (find(name) ? item(name) : null),
      GetCount: () => all().length,
      Add: (name, reference, comment) => {
        model.guardWorkbook();
        if (find(name)) throw alreadyExists();
        const place = isHostObject(reference) ? reference.place : undefined;
        const refersTo = place ? absolute(addressOf(place.sheet, place.range)) : textArgument(reference).replace(/^=/, '');
        const made = { name: textArgument(name), refersTo, sheet: scope };
        model.names.push(made);
        if (typeof comment === 'string') model.nameComments.set(made.name.toLowerCase(), comment);
        return nameObject(world, made);
      },
    },
  };
}

export function settingsObject(world: World): HostObject {
  const { model } = world;
  const settingObject = (key: string): HostObject => ({
    kind: 'Setting',
    identity: () => ({ Key: key }),
    props: { Key: () => key, Value: () => model.settings.get(key) ?? null },
    set: { Value: (value) => { model.settings.set(key, value); } },
    methods: { Delete: () => { model.settings.delete(key); } },
  });
  const item = (key: unknown): HostObject => {
    if (!model.settings.has(textArgument(key))) throw itemNotFound();
    return settingObject(textArgument(key));
  };
  return {
    kind: 'SettingCollection',
    items: () => [...model.settings.keys()].map(settingObject),
    item,
    methods: {
      GetItem: item,
      GetItemOrNullObject: (key) => (model.settings.has(textArgument(key)) ? item(key) : null),
      GetCount: () => model.settings.size,
      Add: (key, value) => { model.guardWorkbook(); model.settings.set(textArgument(key), value); return settingObject(textArgument(key)); },
    },
  };
}

/** Namespace of the root element; Excel refuses what is not well-formed. */
function namespaceOf(xml: string): string {
  const root = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[^]*?-->\s*)*<([^\s<>/:!?]+:)?[^\s<>/:!?]+([^>]*)>/.exec(xml);
  if (!root || !xml.trimEnd().endsWith('>')) throw invalidArgument();
  const prefix = root[1] === undefined ? 'xmlns' : `xmlns:${root[1].slice(0, -1)}`;
  return new RegExp(`${prefix}\\s*=\\s*["']([^"']*)["']`).exec(root[2] ?? '')?.[1] ?? '';
}

function xmlPartObject(world: World, part: XmlPartState): HostObject {
  const { model } = world;
  return {
    kind: 'CustomXmlPart',
    identity: () => ({ Id: part.id }),
    props: { Id: () => part.id, NamespaceUri: () => namespaceOf(part.xml) },
    methods: {
      GetXml: () => part.xml,
      SetXml: (xml) => {
        model.guardWorkbook();
        namespaceOf(textArgument(xml));
        part.xml = textArgument(xml);
      },
      Delete: () => { model.guardWorkbook(); model.xmlParts = model.xmlParts.filter((one) => one !== part); },
    },
  };
}

export function xmlPartsObject(world: World, namespace: string | null): HostObject {
  const { model } = world;
  const all = (): readonly XmlPartState[] => model.xmlParts.filter(({ xml }) => namespace === null || namespaceOf(xml) === namespace);
  const find = (id: unknown): XmlPartState | undefined => all().find((part) => part.id === id);
  const object = (part: XmlPartState | undefined): HostObject => {
    if (!part) throw itemNotFound();
    return xmlPartObject(world, part);
  };
  const item = (id: unknown): HostObject => object(find(id));
  return {
    kind: namespace === null ? 'CustomXmlPartCollection' : 'CustomXmlPartScopedCollection',
    items: () => all().map((part) => xmlPartObject(world, part)),
    item,
    methods: {
      GetItem: item,
      GetItemOrNullObject: (id) => (find(id) ? item(id) : null),
      GetCount: () => all().length,
      GetOnlyItem: () => object(all().length === 1 ? all()[0] : undefined),
      GetOnlyItemOrNullObject: () => (all().length === 1 ? object(all()[0]) : null),
      GetByNamespace: (uri) => xmlPartsObject(world, textArgument(uri)),
      Add: (xml) => {
        model.guardWorkbook();
        namespaceOf(textArgument(xml));
        const part = { id: model.freshId(), xml: textArgument(xml) };
        model.xmlParts.push(part);
        return xmlPartObject(world, part);
      },
    },
  };
}

const PROPERTIES = ['Title', 'Subject', 'Author', 'Keywords', 'Comments', 'Category', 'Manager', 'Company'];

export function propertiesObject(world: World): HostObject {
  const { properties } = world.model;
  return {
    kind: 'DocumentProperties',
    props: { ...Object.fromEntries(PROPERTIES.map((name) => [name, () => properties.get(name) ?? ''])), LastAuthor: () => world.model.author },
    set: Object.fromEntries(PROPERTIES.map((name) => [name, (value: unknown) => { properties.set(name, textArgument(value)); }])),
  };
}

