/** A model among those that are averaged. */
import type { Model } from "../model.ts";

export interface Component {
  readonly model: Model;
  /** Its loss against the first component's before anything has been seen of it: 1 = as good, 0.5 = half. */
  readonly prior: number;
}
