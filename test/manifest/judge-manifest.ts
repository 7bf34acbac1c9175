// What Office demands of an add-in's XML manifest, as far as this one uses it, told as complaints.
import type { Element } from '@xmldom/xmldom';

export interface Surroundings {
  /** The package's version. */
  readonly version: string;
  /** Pixels of a PNG, by its path in the package; null when it is none or not there. */
  readonly imageSize: (path: string) => readonly [number, number] | null;
  readonly pageExists: (path: string) => boolean;
  /** Names that the function file answers to. */
  readonly functions: ReadonlySet<string>;
}

/** Children in the order that the schema (a sequence) demands; those left out here may not occur. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: ['Id', 'AlternateId', 'Version', 'ProviderName', 'DefaultLocale', 'DisplayName', 'Description', 'IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'AppDomains', 'Hosts', 'Requirements', 'DefaultSettings', 'Permissions', 'VersionOverrides'],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources'],
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
    ...iconsOf(named, around),
    ...addressesOf(elements, around),
    ...named('FunctionName').flatMap(({ textContent }) => (around.functions.has(textContent ?? '') ? [] : [`no function answers to ${textContent}`])),
  ];
}

function childrenOf(element: Element): readonly Element[] {
  return [...element.childNodes].filter((node): node is Element => node.nodeType === 1);
}

function orderOf(element: Element): readonly string[] {
  const order = ORDER[element.tagName];
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

function iconsOf(named: (name: string) => readonly Element[], { imageSize }: Surroundings): readonly string[] {
  const files = new Map(named('bt:Images').flatMap(childrenOf).map((one) => [one.getAttribute('id') ?? '', one.getAttribute('DefaultValue') ?? '']));
  const wanted = [
    ...named('Icon').flatMap(childrenOf).map((one) => [Number(one.getAttribute('size')), files.get(one.getAttribute('resid') ?? '') ?? ''] as const),
    ...named('IconUrl').map((one) => [32, one.getAttribute('DefaultValue') ?? ''] as const),
    ...named('HighResolutionIconUrl').map((one) => [64, one.getAttribute('DefaultValue') ?? ''] as const),
  ];
  return [
    ...named('Icon').flatMap((icon) => SIZES.filter((size) => !childrenOf(icon).some((one) => one.getAttribute('size') === String(size))).map((size) => `an icon has no size ${size}`)),
    ...wanted.flatMap(([size, address]) => {
      const found = imageSize(pathOf(address));
      return found?.[0] === size && found[1] === size ? [] : [`${address} is not ${size} pixels square: ${found?.join(' × ') ?? 'not there'}`];
    }),
  ];
}

function addressesOf(elements: readonly Element[], { pageExists }: Surroundings): readonly string[] {
  return elements.map((one) => one.getAttribute('DefaultValue') ?? '').filter((value) => /^\w+:\/\//.test(value)).flatMap((address) => [
    ...(address.startsWith('https://') ? [] : [`${address} is not https`]),
    ...(/\.html(\?|$)/.test(address) && !pageExists(pathOf(address)) ? [`${address} is no page of ours`] : []),
  ]);
}

function pathOf(address: string): string {
  return URL.canParse(address) ? new URL(address).pathname.slice(1) : '';
}
