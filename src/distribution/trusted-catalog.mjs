// The registry file that makes a shared folder a trusted catalog of add-ins, for group policy or a double click.
import { createHash } from 'node:crypto';

const KEY = 'HKEY_CURRENT_USER\\Software\\Microsoft\\Office\\16.0\\WEF\\TrustedCatalogs';

/** A name-based GUID (version 5) of the share: the same share has the same key on every computer and after every run. Windows does not tell case apart in paths. */
function catalogId(share, addInId) {
  const bytes = createHash('sha1').update(Buffer.from(addInId.replaceAll('-', ''), 'hex')).update(share.toLowerCase()).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x50;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Registry files are UTF-16 with a mark and CRLF: only so do shares with Chinese names come through. */
function registryFile(lines) {
  return Buffer.from(`\ufeff${['Windows Registry Editor Version 5.00', '', ...lines, ''].join('\r\n')}`, 'utf16le');
}

/** Flags 1: shown in the list of add-ins. @returns bytes of the file that adds the catalog, and of the one that takes it away */
export function trustedCatalog(share, addInId) {
  const id = `{${catalogId(share, addInId)}}`;
  const text = (value) => `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  return {
    add: registryFile([`[${KEY}\\${id}]`, `"Id"=${text(id)}`, `"Url"=${text(share)}`, '"Flags"=dword:00000001']),
    remove: registryFile([`[-${KEY}\\${id}]`]),
  };
}
