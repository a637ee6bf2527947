/** The engine's configuration: what has to be in a file and what goes on its command line. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

// Whatever runs, one query may not take all the memory that the engine has.
const QUERY_SHARE = 0.6;
const CACHE_SHARE = 0.05;

/** Writes the configuration file and gives the engine's arguments.
 *  @param memory bytes that the engine may use in all. */
export function writeConfiguration(folder: string, memory: number): string[] {
  const path = join(folder, "engine.xml");
  writeFileSync(path, configurationXml(memory), { mode: 0o600 });
  return [
    `--config-file=${path}`,
    `--max_memory_usage=${Math.floor(memory * QUERY_SHARE)}`,
    // A batch is written when its insert returns: the order of a feed's steps depends on it.
    "--async_insert=0",
    // Formatting in parallel starts threads for each result, which costs a short query a fifth of its time.
    "--output_format_parallel_formatting=0",
    // As on a server: what follows the `;` of an INSERT … VALUES is an error, not something to pass over.
    "--input_format_values_allow_data_after_semicolon=0",
    // `foo` alone is a mistake, not a SELECT.
    "--implicit_select=0",
    // apache-arrow for JavaScript reads no compressed buffers.
    "--output_format_arrow_compression_method=none",
  ];
}

/** The file's text. Backups may go to any folder, since the command line takes any. */
function configurationXml(memory: number): string {
  const cache = Math.floor(memory * CACHE_SHARE);
  return `<clickhouse>
  <timezone>UTC</timezone>
  <logger><level>none</level></logger>
  <max_server_memory_usage>${memory}</max_server_memory_usage>
  <mark_cache_size>${cache}</mark_cache_size>
  <uncompressed_cache_size>${cache}</uncompressed_cache_size>
  <background_pool_size>2</background_pool_size>
  <background_merges_mutations_concurrency_ratio>2</background_merges_mutations_concurrency_ratio>
  <background_schedule_pool_size>8</background_schedule_pool_size>
  <backups><allowed_path>/</allowed_path></backups>
  <merge_tree>
    <old_parts_lifetime>480</old_parts_lifetime>
    <number_of_free_entries_in_pool_to_execute_mutation>2</number_of_free_entries_in_pool_to_execute_mutation>
    <number_of_free_entries_in_pool_to_execute_optimize_entire_partition>2</number_of_free_entries_in_pool_to_execute_optimize_entire_partition>
    <number_of_free_entries_in_pool_to_lower_max_size_of_merge>2</number_of_free_entries_in_pool_to_lower_max_size_of_merge>
  </merge_tree>
</clickhouse>
`;
}
