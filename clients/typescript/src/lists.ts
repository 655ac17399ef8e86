/** Lists, part by part. */

/** A part of a list, as the API answers it. */
export interface Part<Item> {
  items: Item[];
  next: string | null;
}

/** Read a list to its end, or until `most` items: a part is asked for when it is needed. */
export async function* eachOf<Item>(
  read: (cursor: string | undefined) => Promise<Part<Item>>,
  most = Number.POSITIVE_INFINITY,
): AsyncGenerator<Item, void, undefined> {
  let cursor: string | null | undefined;
  let left = most;
  while (cursor !== null && left > 0) {
    const { items, next } = await read(cursor);
    yield* items.slice(0, left);
    left -= items.length;
    cursor = next;
  }
}
