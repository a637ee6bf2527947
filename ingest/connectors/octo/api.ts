/** OCTO's calls: addresses, the token, the header of capabilities. Lists come whole: the protocol has no pages. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { LocalDate } from "../../../src/domain/time.ts";
import type { HttpClient, HttpRequest } from "../../connector.ts";
import { RefusedCredentials, UnexpectedStatus } from "../../transport/refusals.ts";
import type { OctoOptions } from "./options.ts";
import { Product } from "./rows.ts";

/** Local days, both included, as the protocol has them. */
export interface Days {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

export interface OctoApi {
  /** @throws FeedChanged when one has another shape: nothing else could be told from the rest */
  products(): Promise<readonly Product[]>;
  availability(product: string, option: string, days: Days): Promise<readonly unknown[]>;
  bookings(days: Days): Promise<readonly unknown[]>;
}

/** TRICKY: the protocol's error for a bad key is a 400. A list that takes no parameters can be refused for nothing else. */
function explain(error: unknown): never {
  if (error instanceof UnexpectedStatus && error.status === 400)
    throw new RefusedCredentials(error.status, "GET /products/");
  throw error;
}

export function octoApi({ url, token, capabilities }: OctoOptions, http: HttpClient): OctoApi {
  const headers = {
    accept: "application/json",
    authorization: `Bearer ${token}`,
    "octo-capabilities": capabilities.join(", "),
  };
  const list = async (path: string, more: Partial<HttpRequest> = {}): Promise<readonly unknown[]> => {
    const own = { ...headers, ...more.headers };
    const { body } = await http.json({ url: `${url}${path}`, ...more, headers: own });
    if (!Array.isArray(body)) throw new FeedChanged(`invalid reply: no list from ${path}`);
    return Array.from<unknown>(body);
  };
  return {
    async products() {
      const parsed = Product.array().safeParse(await list("/products/").catch(explain));
      if (parsed.success) return parsed.data;
      const at = parsed.error.issues[0]?.path.join(".") ?? "";
      throw new FeedChanged(`invalid reply: a product has another shape (${at})`);
    },
    availability: (productId, optionId, { first, last }) =>
      list("/availability/", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ productId, optionId, localDateStart: first, localDateEnd: last }),
      }),
    bookings: ({ first, last }) => list(`/bookings/?localDateStart=${first}&localDateEnd=${last}`),
  };
}
