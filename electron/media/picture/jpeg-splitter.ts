const start = Buffer.from([0xff, 0xd8]);
const end = Buffer.from([0xff, 0xd9]);

/**
 * Cuts a stream of JPEG pictures, as ffmpeg's `image2pipe` writes them, into pictures. Coded data never holds the end
 * mark (each 0xff in it is followed by 0), so the mark is where a picture ends.
 */
export function createJpegSplitter(onPicture: (picture: Buffer) => void): (chunk: Buffer) => void {
  let held: Buffer = Buffer.alloc(0);
  let searched = 0;
  return (chunk) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    for (;;) {
      const found = held.indexOf(end, searched);
      if (found < 0) {
        // The mark may lie across two chunks.
        searched = Math.max(0, held.length - 1);
        return;
      }
      const picture = held.subarray(0, found + end.length);
      if (picture.subarray(0, 2).equals(start)) onPicture(Buffer.from(picture));
      held = held.subarray(found + end.length);
      searched = 0;
    }
  };
}
