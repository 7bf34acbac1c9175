// What Office demands of an add-in's XML manifest, as far as this one uses it, told as complaints.
import type { Element } from '@xmldom/xmldom';

export interface Surroundings {
  /** The package's version. */
  readonly version: string;
  /** The address that everything of ours lies under, without a slash at its end. */
  readonly base: string;
  /** Pixels of a PNG, by its path in the package; null when it is none or not there. */
  readonly imageSize: (path: string) => readonly [number, number] | null;
  /** Pages, scripts and metadata, by their path under the base. */
  readonly fileExists: (path: string) => boolean;
  /** Names that the function file answers to. */
  readonly functions: ReadonlySet<string>;
}

/** Children in the order that the schema (a sequence) demands; those left out here may not occur. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ['Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
  'Host Workbook': ['Runtimes', 'AllFormFactors', 'DesktopFormFactor'],
  AllFormFactors: ['ExtensionPoint'],
  'ExtensionPoint CustomFunctions': ['Script', 'Page', 'Metadata', 'Namespace'],
  Script: ['SourceLocation'],
  Page: ['SourceLocation'],
  Metadata: ['SourceLocation'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  OfficeTab: ['Group'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'Supertip', 'Icon', 'Action'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'FunctionName'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};
const SIZES = [16, 20, 24, 32, 40, 48, 64, 80];
const LONGEST_ID = 32;
/** The end of the address that a part of the custom functions names. */
const ENDS: Readonly<Record<string, RegExp>> = { Script: /\.js$/, Page: /\.html$/, Metadata: /\.json$/ };
/** Letters of any script: the documentation speaks of alphanumeric characters and periods, and of 32 characters at most. */
const NAMESPACE = /^\p{L}[\p{L}\p{N}._]{0,31}$/u;
const LONGEST = { 'bt:ShortStrings': 125, 'bt:LongStrings': 250 } as const;

/** Complaints in English; none means that everything looked at is right. */
export function judgeManifest(root: Element, around: Surroundings): readonly string[] {
  const elements = [...root.getElementsByTagName('*')];
  const named = (name: string): readonly Element[] => elements.filter((one) => one.tagName === name);
  return [
    ...[root, ...elements].flatMap(orderOf),
    ...headOf(named, around.version),
    ...idsOf(named),
    ...resourcesOf(elements, named),
    ...overridesOf(named),
    ...customFunctionsOf(named),
    ...iconsOf(named, around),
    ...addressesOf(elements, around),
    ...named('FunctionName').flatMap(({ textContent }) => (around.functions.has(textContent ?? '') ? [] : [`no function answers to ${textContent}`])),
  ];
}

function childrenOf(element: Element): readonly Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === 1);
}

function orderOf(element: Element): readonly string[] {
  const order = ORDER[`${element.tagName} ${element.getAttribute('xsi:type')}`] ?? ORDER[element.tagName];
  if (!order) return [];
  const places = childrenOf(element).map(({ tagName }) => order.indexOf(tagName));
  return places.every((place, at) => place >= (at === 0 ? 0 : (places[at - 1] ?? 0))) ? [] : [`order of the children of ${element.tagName}: ${childrenOf(element).map(({ tagName }) => tagName).join(', ')}`];
}

function headOf(named: (name: string) => readonly Element[], version: string): readonly string[] {
  const told = named('Version')[0]?.textContent;
  const id = named('Id')[0]?.textContent ?? '';
  return [
    ...(told === `${version}.0` ? [] : [`Version is ${told}, the package's is ${version}`]),
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? [] : [`Id ${id} is no GUID`]),
  ];
}

function idsOf(named: (name: string) => readonly Element[]): readonly string[] {
  const ids = [...named('Group'), ...named('Control')].map((one) => one.getAttribute('id') ?? '');
  return ids.filter((id, at) => id === '' || ids.indexOf(id) !== at).map((id) => `id ${id} is missing or used twice`);
}

function resourcesOf(elements: readonly Element[], named: (name: string) => readonly Element[]): readonly string[] {
  const defined = new Map(['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'].flatMap((kind) => named(kind).flatMap(childrenOf).map((one) => [one.getAttribute('id') ?? '', one] as const)));
  const used = elements.map((one) => one.getAttribute('resid')).filter((id): id is string => id !== null && id !== '');
  const strings = (kind: keyof typeof LONGEST): readonly string[] => named(kind).flatMap(childrenOf).flatMap((one) => [one, ...childrenOf(one)])
    .map((one) => one.getAttribute('DefaultValue') ?? one.getAttribute('Value') ?? '').filter((value) => value.length > LONGEST[kind]).map((value) => `longer than ${LONGEST[kind]} characters: ${value}`);
  return [
    ...used.filter((id) => !defined.has(id)).map((id) => `nothing defines ${id}`),
    ...[...defined.keys()].filter((id) => !used.includes(id)).map((id) => `nothing uses ${id}`),
    ...[...defined.keys()].filter((id) => id.length > LONGEST_ID).map((id) => `${id} is longer than ${LONGEST_ID} characters`),
    ...strings('bt:ShortStrings'), ...strings('bt:LongStrings'),
  ];
}

/** Excel leaves out an add-in whose resources are overridden by `Override` instead of `bt:Override`, without a word. */
function overridesOf(named: (name: string) => readonly Element[]): readonly string[] {
  const resources = ['bt:Image', 'bt:Url', 'bt:String'].flatMap(named);
  return resources.flatMap(childrenOf).flatMap((one) => [
    ...(one.tagName === 'bt:Override' ? [] : [`${one.tagName} in a resource, where only bt:Override may stand`]),
    ...(/^[a-z]{2}-[A-Z]{2}$/.test(one.getAttribute('Locale') ?? '') ? [] : [`an override without a locale: ${one.getAttribute('Locale')}`]),
    ...(one.getAttribute('Value') ? [] : ['an override without a value']),
  ]);
}

function customFunctionsOf(named: (name: string) => readonly Element[]): readonly string[] {
  const defined = new Map(['bt:Urls', 'bt:ShortStrings'].flatMap((kind) => named(kind).flatMap(childrenOf).map((one) => [one.getAttribute('id') ?? '', one] as const)));
  const values = (element: Element | undefined): readonly string[] => {
    const resource = defined.get(element?.getAttribute('resid') ?? '');
    return resource ? [resource.getAttribute('DefaultValue') ?? '', ...childrenOf(resource).map((one) => one.getAttribute('Value') ?? '')] : [];
  };
  return [
    ...Object.entries(ENDS).flatMap(([part, end]) => named(part).flatMap((one) => {
      const addresses = values(childrenOf(one)[0]);
      return addresses.length > 0 && addresses.every((address) => end.test(address)) ? [] : [`${part} of the custom functions names ${addresses.join(', ') || 'nothing'}`];
    })),
    ...named('ExtensionPoint').filter((one) => one.getAttribute('xsi:type') === 'CustomFunctions').flatMap((one) => ['Script', 'Page', 'Metadata', 'Namespace'].filter((part) => !childrenOf(one).some(({ tagName }) => tagName === part)).map((part) => `custom functions without ${part}`)),
    ...named('Namespace').flatMap((one) => values(one).filter((name) => !NAMESPACE.test(name)).map((name) => `${name} is no namespace`)),
  ];
}

function iconsOf(named: (name: string) => readonly Element[], { imageSize, base }: Surroundings): readonly string[] {
  const files = new Map(named('bt:Images').flatMap(childrenOf).map((one) => [one.getAttribute('id') ?? '', one.getAttribute('DefaultValue') ?? '']));
  const wanted = [
    ...named('Icon').flatMap(childrenOf).map((one) => [Number(one.getAttribute('size')), files.get(one.getAttribute('resid') ?? '') ?? ''] as const),
    ...named('IconUrl').map((one) => [32, one.getAttribute('DefaultValue') ?? ''] as const),
    ...named('HighResolutionIconUrl').map((one) => [64, one.getAttribute('DefaultValue') ?? ''] as const),
  ];
  return [
    ...named('Icon').flatMap((icon) => SIZES.filter((size) => !childrenOf(icon).some((one) => one.getAttribute('size') === String(size))).map((size) => `an icon has no size ${size}`)),
    ...wanted.flatMap(([size, address]) => {
      const found = imageSize(pathOf(address, base));
      return found?.[0] === size && found[1] === size ? [] : [`${address} is not ${size} pixels square: ${found?.join(' × ') ?? 'not there'}`];
    }),
  ];
}

function addressesOf(elements: readonly Element[], { fileExists, base }: Surroundings): readonly string[] {
  return elements.flatMap((one) => [one.getAttribute('DefaultValue') ?? '', one.getAttribute('Value') ?? '']).filter((value) => /^\w+:\/\//.test(value)).flatMap((address) => [
    ...(address.startsWith('https://') ? [] : [`${address} is not https`]),
    ...(address.startsWith(`${base}/`) ? [] : [`${address} does not lie under ${base}`]),
    ...(/\.(?:html|js|json)(?:\?|$)/.test(address) && !fileExists(pathOf(address, base)) ? [`${address} is no file of ours`] : []),
  ]);
}

/** The path under the base, without what follows a question mark. */
function pathOf(address: string, base: string): string {
  return (address.startsWith(`${base}/`) ? address.slice(base.length + 1) : '').replace(/[?#].*$/, '');
}
