import { expect, test } from "vitest";
import { answerChallenge, parseChallenge } from "../../../../ingest/connectors/http-json/digest-auth.ts";

/** SOURCE: RFC 7616, section 3.9.1. */
const NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";
const OPAQUE = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS";
const offer = (algorithm: string) =>
  `Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=${algorithm}, nonce="${NONCE}", opaque="${OPAQUE}"`;
const request = {
  method: "GET",
  uri: "/dir/index.html",
  user: "Mufasa",
  password: "Circle of Life",
  count: 1,
  cnonce: "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ",
};

test("the RFC's example has the RFC's responses", () => {
  const answers = ["MD5", "SHA-256"].map((algorithm) => {
    const challenge = parseChallenge(offer(algorithm));
    return challenge && answerChallenge(challenge, request);
  });
  expect(answers[0]).toContain('response="8ca523f5e9506fed4657c9700eebdbec"');
  expect(answers[1]).toContain('response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"');
  expect(answers[1]).toContain("nc=00000001");
});

test("of several offers the strongest is taken, and Basic never", () => {
  expect(parseChallenge(`${offer("MD5")}, ${offer("SHA-256")}`)?.algorithm).toBe("SHA-256");
  expect(parseChallenge(`Basic realm="camera", ${offer("MD5")}`)?.algorithm).toBe("MD5");
  expect(parseChallenge('Basic realm="camera"')).toBeUndefined();
  expect(parseChallenge('Digest realm="x", nonce="y", qop="auth-int"')).toBeUndefined();
});
