/** How busy each hour of a day is within its site: by it sites are alike or not. */

/** Log of people over those of the day's mean hour, by slot; 0 by day. people: NaN = not known, and stays so. */
export function shapeOf(people: Float64Array): Float64Array {
  let sum = 0;
  let seen = 0;
  for (const value of people) {
    if (Number.isNaN(value)) continue;
    sum += value;
    seen++;
  }
  const mean = Math.log(sum / seen + 1);
  return people.map((value) => Math.log(value + 1) - mean);
}
