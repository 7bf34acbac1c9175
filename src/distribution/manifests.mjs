// manifest.xml → the manifests of each way of distribution: other addresses, other functions, with and without the ribbon.

/** The address that manifest.xml is written with. */
const WRITTEN_BASE = 'https://localhost:3000';
const DEFAULT_NAMESPACE = { chinese: '绩效', english: 'BIAOLI' };

/** Throws where the manifest is not as this expects: a bug of the package, not of who runs it. */
function changed(text, pattern, replacement) {
  if (typeof pattern === 'string' ? !text.includes(pattern) : text.search(pattern) < 0) throw new Error(`manifest.xml has nothing like ${pattern}`);
  return text.replace(pattern, replacement);
}

/** Ribbon, menu and functions are told of in VersionOverrides, which a SharePoint catalog does not take. */
function withoutOverrides(text) {
  return changed(changed(text, /\s*<VersionOverrides[\s\S]*<\/VersionOverrides>/, ''), / xmlns:bt="[^"]*"/, '');
}

function withoutFunctions(text) {
  let made = changed(text, /\s*(?:<!--[^>]*-->\s*)?<AllFormFactors>[\s\S]*<\/AllFormFactors>/, '');
  made = changed(made, /\s*<bt:Url id="url\.functions\.(?:script|page)"[^>]*\/>/g, '');
  made = changed(made, /\s*<bt:Url id="url\.functions\.metadata"[\s\S]*?<\/bt:Url>/, '');
  return changed(made, /\s*<bt:String id="functions\.namespace"[\s\S]*?<\/bt:String>/, '');
}

function withNamespace(text, namespace) {
  if (namespace === null) return text;
  if (namespace === 'none') return withoutFunctions(text);
  const { chinese, english } = DEFAULT_NAMESPACE;
  return changed(changed(text, `DefaultValue="${chinese}"`, `DefaultValue="${namespace}"`), `Value="${english}"`, `Value="${namespace}"`);
}

/**
 * @param written text of manifest.xml
 * @param choice base: https address without a slash at its end; version: the package's; namespace: null as it is, 'none', or another
 * @returns the whole manifest, and the one without ribbon and functions
 */
export function manifestsFor(written, { base, version, namespace }) {
  let whole = changed(written, /<!--[\s\S]*?-->\n/, '');
  whole = changed(whole, /<Version>[^<]*<\/Version>/, `<Version>${version}.0</Version>`);
  whole = withNamespace(changed(whole, new RegExp(WRITTEN_BASE, 'g'), () => base), namespace);
  return { whole, plain: withoutOverrides(whole) };
}

/** The manifest's Id: from it the names of registry keys follow. */
export function idOf(manifest) {
  const id = /<Id>([0-9a-f-]{36})<\/Id>/.exec(manifest)?.[1];
  if (id === undefined) throw new Error('manifest.xml has no Id');
  return id;
}
