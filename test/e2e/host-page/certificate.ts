// A certificate for localhost, made when a test starts: the client library talks to hosts over https only.
import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** One value in DER: tag, length, contents. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const { length } = body;
  const size = length < 0x80 ? Buffer.from([length]) : length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), size, body]);
}

const SEQUENCE = 0x30;
const SET = 0x31;
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const utcTime = (date: Date): Buffer => der(0x17, Buffer.from(`${date.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

const COMMON_NAME = '550403';
const ALTERNATIVE_NAME = '551d11';
const ECDSA_WITH_SHA256 = '2a8648ce3d040302';

/** Self-signed, for one day. */
export function makeCertificate(now = new Date()): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const algorithm = der(SEQUENCE, oid(ECDSA_WITH_SHA256));
  const name = der(SEQUENCE, der(SET, der(SEQUENCE, oid(COMMON_NAME), der(0x0c, Buffer.from('localhost')))));
  const dayOf = (days: number): Date => new Date(now.getTime() + days * 86_400_000);
  const hosts = der(SEQUENCE, der(0x82, Buffer.from('localhost')), der(0x87, Buffer.from([127, 0, 0, 1])));
  const extensions = der(0xa3, der(SEQUENCE, der(SEQUENCE, oid(ALTERNATIVE_NAME), der(0x04, hosts))));
  const serial = Buffer.concat([Buffer.from([1]), randomBytes(8)]);
  const body = der(SEQUENCE,
    der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, serial), algorithm, name,
    der(SEQUENCE, utcTime(dayOf(-1)), utcTime(dayOf(1))), name, publicKey.export({ type: 'spki', format: 'der' }), extensions);
  const signature = createSign('SHA256').update(body).sign(privateKey);
  const certificate = der(SEQUENCE, body, algorithm, der(0x03, Buffer.from([0]), signature));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return { key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n') };
}
