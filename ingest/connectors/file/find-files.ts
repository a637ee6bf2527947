/** Where a feed's files are, by its options. */
import type { PullContext } from "../../connector.ts";
import { openFtp } from "../../transport/ftp.ts";
import { openSftp } from "../../transport/sftp.ts";
import { ftpAccess, sftpAccess } from "./access.ts";
import { httpFiles } from "./http-sources.ts";
import type { Manifest } from "./manifest.ts";
import { remoteFiles } from "./remote-sources.ts";
import type { FileOptions } from "./schema.ts";
import { type Found, folderCandidates, noClosing, urlCandidate, urlName } from "./sources.ts";

/** Looks for the files of one pull; what it finds is closed when they are read. */
export type FindFiles = (context: PullContext, manifest: Manifest | undefined) => Promise<Found>;

/** Binds the options. @throws ConfigError when a key or certificate cannot be read. */
export function fileFinder(options: FileOptions, baseDir: string): FindFiles {
  const { path, url, files: pattern, headers = {}, stable_for: stableFor } = options;
  if (options.sftp) {
    const access = sftpAccess(options.sftp, baseDir);
    return (context, manifest) =>
      remoteFiles((signal) => openSftp(access, signal), stableFor, context, manifest);
  }
  if (options.ftp) {
    const access = ftpAccess(options.ftp, baseDir);
    return (context, manifest) =>
      remoteFiles((signal) => openFtp(access, signal), stableFor, context, manifest);
  }
  if (url !== undefined && pattern !== undefined)
    return (context, manifest) => httpFiles({ url, headers, pattern }, stableFor, context, manifest);
  return async (context, manifest) => {
    if (path !== undefined)
      return { files: await folderCandidates({ path, baseDir, stableFor }, context), close: noClosing };
    if (url === undefined) return { files: [], close: noClosing };
    return {
      files: [urlCandidate({ url, headers }, context, manifest?.files[urlName(url)])],
      close: noClosing,
    };
  };
}

/** The place in words, without secrets. */
export function placeOf({ path, url, files, sftp, ftp }: FileOptions): string {
  if (sftp) return `sftp://${sftp.host}/${sftp.path.replace(/^\//, "")}`;
  if (ftp) return `ftp://${ftp.host}/${ftp.path.replace(/^\//, "")}`;
  if (url !== undefined && files !== undefined) return `${files} of the address`;
  return path ?? "the address";
}
