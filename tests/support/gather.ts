/** Everything an asynchronous source gives; Node 20 has no `Array.fromAsync`. */
export const gather = async <T>(source: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const one of source) all.push(one);
  return all;
};
