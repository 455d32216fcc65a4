// @ts-check

/**
 * What `stream` carries, decompressed if it is compressed: a host may have opened our .gz files already.
 * @param {ReadableStream<any>} stream  bytes @returns {Promise<ReadableStream<any>>}
 */
export async function opened(stream) {
  const reader = stream.getReader();
  const { value: first } = await reader.read();
  const whole = new ReadableStream({
    start: (controller) => (first ? controller.enqueue(first) : controller.close()),
    async pull(controller) {
      const { value } = await reader.read();
      if (value) controller.enqueue(value);
      else controller.close();
    },
    cancel: (reason) => reader.cancel(reason),
  });
  const zipped = first?.[0] === 0x1f && first[1] === 0x8b;
  return zipped ? whole.pipeThrough(new DecompressionStream("gzip")) : whole;
}

/** All that `stream` carries, opened. @param {ReadableStream<any>} stream  bytes @returns {Promise<Uint8Array>} */
export async function whole(stream) {
  return new Uint8Array(await new Response(await opened(stream)).arrayBuffer());
}
