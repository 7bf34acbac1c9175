// Archives with one very large part, deflated by Node's zlib: fflate takes ten seconds for what zlib does in half a one.
import { zipSync } from 'fflate';
import { deflateRawSync } from 'node:zlib';
import { nodeCodec } from '../src/workbooks/package/node-codec';

const DEFLATED = 8;

/** All parts at level 1, the one named `large` through zlib. */
export function zipDeflated(parts: Readonly<Record<string, Uint8Array>>, large: string): Uint8Array {
  const whole = parts[large];
  if (!whole) throw new Error(`no part ${large}`);
  const bytes = zipSync({ ...parts, [large]: [deflateRawSync(whole, { level: 1 }), { level: 0 }] }, { level: 1 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // The part was stored as it is: both its headers have to tell what it is.
  for (let at = bytes.indexOf(0x50); at >= 0 && at + 46 < bytes.length; at = bytes.indexOf(0x50, at + 1)) {
    const signature = view.getUint32(at, true);
    const [name, fields] = signature === 0x02014b50 ? [at + 46, at + 10] : signature === 0x04034b50 ? [at + 30, at + 8] : [0, 0];
    if (name === 0 || new TextDecoder().decode(bytes.subarray(name, name + large.length)) !== large) continue;
    view.setUint16(fields, DEFLATED, true);
    view.setUint32(fields + 6, nodeCodec.crc32(whole), true);
    view.setUint32(fields + 14, whole.length, true);
  }
  return bytes;
}
