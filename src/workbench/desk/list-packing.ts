// A saved list made small, to be kept in the browser: fifty megabytes of two thousand files are four. In a worker, since it takes most of a second.

/** As it is where this browser does not compress. */
export async function packed(list: Blob, most: number): Promise<Uint8Array | 'too-large'> {
  const small = typeof CompressionStream === 'function' ? await new Response(list.stream().pipeThrough(new CompressionStream('gzip'))).blob() : list;
  return small.size > most ? 'too-large' : new Uint8Array(await small.arrayBuffer());
}

const GZIP = [0x1f, 0x8b];

/** A list as it was before; any other file as it is, and nothing of one that is damaged. */
export async function unpacked(file: Blob): Promise<Blob> {
  const first = new Uint8Array(await file.slice(0, GZIP.length).arrayBuffer());
  if (!GZIP.every((byte, at) => byte === first[at])) return file;
  return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).blob().catch(() => new Blob());
}
