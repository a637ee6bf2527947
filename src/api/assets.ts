/** Built scripts, styles and pictures, sent compressed as the build left them beside each file (`.br`, `.gz`). */
import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Request, RequestHandler, Response } from "express";
import { Problem } from "./problem.ts";

const PACKED = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** Names that carry a hash of their content never change. */
const HASHED = /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

/** @param folder of the build; null = nothing is built, every asset is 404. */
export function assets(folder: string | null): RequestHandler {
  return async (req, res) => {
    const name = decodeURIComponent(req.path).slice(1);
    if (folder === null || !isSafe(name)) throw missing();
    const packed = await packedForm(req, folder, name);
    res.vary("Accept-Encoding");
    res.type(name.slice(name.lastIndexOf(".")));
    if (packed) res.setHeader("Content-Encoding", packed.coding);
    await sendFrom(res, folder, `${name}${packed?.ending ?? ""}`, HASHED.test(name));
  };
}

/** A file made while the service starts; its name carries a hash of its content. */
export interface Asset {
  readonly name: string;
  readonly text: string;
}

export function madeAsset({ name, text }: Asset): RequestHandler {
  return (_req, res) => {
    res.type(name.slice(name.lastIndexOf(".")));
    res.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    res.end(text);
  };
}

/** Plain names in plain folders; sendFile guards the root a second time. */
function isSafe(name: string): boolean {
  return name.split("/").every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part));
}

async function packedForm(req: Request, folder: string, name: string) {
  for (const [coding, ending] of PACKED) {
    if (req.acceptsEncodings(coding) && (await exists(join(folder, name + ending))))
      return { coding, ending };
  }
  return undefined;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

function sendFrom(res: Response, folder: string, name: string, hashed: boolean): Promise<void> {
  const keep = hashed ? { immutable: true, maxAge: "365d" } : { cacheControl: false };
  if (!hashed) res.setHeader("Cache-Control", "no-cache");
  return new Promise((resolve, reject) => {
    res.sendFile(name, { root: folder, dotfiles: "deny", ...keep }, (error?: Error) => {
      // Whoever went away needs no answer.
      if (!error || res.headersSent) return resolve();
      for (const header of ["Content-Encoding", "Cache-Control"]) res.removeHeader(header);
      reject(missing());
    });
  });
}

function missing(): Problem {
  return new Problem("not-found", "no such asset");
}
