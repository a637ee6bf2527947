/** Puts a feed's credentials on its requests, and once buys new ones when they are refused. */
import { FeedChanged } from "../../../src/domain/errors.ts";
import type { HttpClient, HttpReply, HttpRequest } from "../../connector.ts";
import { RefusedCredentials } from "../../transport/refusals.ts";
import type { AuthOptions } from "./auth-options.ts";
import { answerChallenge, type Challenge, parseChallenge } from "./digest-auth.ts";
import { compile } from "./expression.ts";
import { fill, fillJson, fillPath, type Vars } from "./template.ts";

/** A request whose form is still a list of fields, so that credentials can join it. */
export interface Draft {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export type Send = (http: HttpClient, draft: Draft) => Promise<HttpReply<string>>;

type Login = Extract<AuthOptions, { kind: "login" }>;

/** @param clock ms, for the expiry of bought tokens */
export function makeSend(auth: AuthOptions, base: string, vars: Vars, clock: () => number): Send {
  if (auth.kind === "digest") return digestSend(auth);
  if (auth.kind === "login") return loginSend(auth, base, vars, clock);
  return (http, draft) => http.text(finish(withStatic(draft, auth)));
}

function withStatic(draft: Draft, auth: Exclude<AuthOptions, { kind: "digest" | "login" }>): Draft {
  switch (auth.kind) {
    case "none":
      return draft;
    case "bearer":
      return withHeader(draft, "authorization", `Bearer ${auth.token}`);
    case "header":
      return auth.value === undefined ? draft : withHeader(draft, auth.name, `${auth.prefix}${auth.value}`);
    case "query":
      return withQuery(draft, auth.params);
    case "form":
      return { ...draft, form: { ...draft.form, ...auth.params } };
    case "basic": {
      const account = Buffer.from(`${auth.user}:${auth.password}`).toString("base64");
      return withHeader(draft, "authorization", `Basic ${account}`);
    }
  }
}

/** The first request of a pull is refused with a challenge, which then serves until the server wants another. */
function digestSend(auth: Extract<AuthOptions, { kind: "digest" }>): Send {
  let challenge: Challenge | undefined;
  let count = 0;
  const answered = (draft: Draft, asked: Challenge): HttpRequest => {
    const { pathname, search } = new URL(draft.url);
    count += 1;
    const request = { ...auth, method: draft.method, uri: pathname + search, count };
    return finish(withHeader(draft, "authorization", answerChallenge(asked, request)));
  };
  return async (http, draft) => {
    try {
      return await http.text(challenge ? answered(draft, challenge) : finish(draft));
    } catch (error) {
      if (!(error instanceof RefusedCredentials) || error.challenge === undefined) throw error;
      const asked = parseChallenge(error.challenge);
      if (!asked) throw error;
      challenge = asked;
      count = 0;
      return http.text(answered(draft, asked));
    }
  };
}

function loginSend(auth: Login, base: string, vars: Vars, clock: () => number): Send {
  const tokenOf = compile(auth.token, "auth.token");
  const expiresOf = auth.expires === undefined ? undefined : compile(auth.expires, "auth.expires");
  let bought: { readonly token: string; readonly until: number } | undefined;

  const buy = async (http: HttpClient): Promise<string> => {
    const form = auth.form && fillForm(auth.form, vars);
    const json = auth.json && JSON.stringify(fillJson(auth.json, vars));
    const draft: Draft = {
      url: `${base}${fillPath(auth.path, vars)}`,
      method: "POST",
      headers: { accept: "application/json", ...(json ? { "content-type": "application/json" } : {}) },
      ...(form ? { form } : {}),
      ...(json ? { body: json } : {}),
    };
    const { body } = await http.json(finish(draft));
    const token = await tokenOf(body, {});
    if (typeof token !== "string" || token === "")
      throw new FeedChanged("invalid reply: the login gave no token");
    const seconds = Number((await expiresOf?.(body, {})) ?? Number.POSITIVE_INFINITY);
    // A tenth early: the token must last for the request.
    bought = { token, until: clock() + seconds * 900 };
    return token;
  };
  const carrying = (draft: Draft, token: string): HttpRequest => {
    const own = withQuery(draft, auth.params);
    const { send } = auth;
    if (send.kind === "bearer") return finish(withHeader(own, "authorization", `Bearer ${token}`));
    if (send.kind === "header") return finish(withHeader(own, send.name, token));
    return finish(withQuery(own, { [send.name]: token }));
  };
  return async (http, draft) => {
    const kept = bought && clock() < bought.until ? bought.token : undefined;
    try {
      return await http.text(carrying(draft, kept ?? (await buy(http))));
    } catch (error) {
      if (!(error instanceof RefusedCredentials) || kept === undefined) throw error;
      bought = undefined;
      return http.text(carrying(draft, await buy(http)));
    }
  };
}

/** Form fields with a value. */
export function fillForm(form: Readonly<Record<string, string>>, vars: Vars): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const [name, text] of Object.entries(form)) {
    const value = fill(text, vars);
    if (value !== undefined) filled[name] = value;
  }
  return filled;
}

function withHeader(draft: Draft, name: string, value: string): Draft {
  return { ...draft, headers: { ...draft.headers, [name]: value } };
}

function withQuery(draft: Draft, params: Readonly<Record<string, string>>): Draft {
  const url = new URL(draft.url);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  return { ...draft, url: url.href };
}

function finish({ url, method, headers, form, body }: Draft): HttpRequest {
  if (!form) return { url, method, headers, ...(body === undefined ? {} : { body }) };
  const type = { "content-type": "application/x-www-form-urlencoded" };
  return { url, method, headers: { ...headers, ...type }, body: new URLSearchParams(form).toString() };
}
